// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/stop_words.hpp"

#include "news/text/fold.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <string>
#include <unordered_set>

namespace news {

namespace {

struct List {
  std::string_view code;
  std::string_view words;
};

/// Function words: articles, pronouns, prepositions, conjunctions, auxiliaries and the commonest
/// adverbs. Words that news is also about stay out ("us" is a country, "will" a document, "new" a
/// fact). Spelled as usual; folded when read.
constexpr std::array lists = {
    List{"ar",
         "من في على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون أن ان إن لا ما لم "
         "لن "
         "قد هو هي هم أو او ثم كل بعد قبل بين حتى إذا اذا كما لكن وقد وفي ومن وقال غير عند منذ حيث "
         "وأن"},
    List{"da",
         "og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har "
         "om vi "
         "min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv "
         "her "
         "alle vil blev kunne ind når være dog noget ville jo deres efter ned skulle denne end "
         "dette "
         "mit også under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle "
         "hos "
         "blive mange ad bliver hendes været"},
    List{
        "de",
        "der die das den dem des ein eine einer eines einem einen und oder aber als auch auf aus "
        "bei "
        "bis da damit dann dass daß denn dessen deren dieser diese dieses diesem diesen doch dort "
        "durch er es sie ich du wir ihr ihm ihn ihnen euch uns mir mich dich für gegen hat haben "
        "hatte hatten habe hier hin hinter im in ins ist ja jede jeder jedes jener kein keine "
        "keinen "
        "keiner kann können könnte man mehr mein dein sein seine seiner seinem seinen ihre ihrer "
        "ihren ihrem mit muss müssen nach nicht noch nun nur ob ohne sehr sich sind so soll sollen "
        "sollte sondern über um unter vom von vor war waren was weil welche welcher welches wenn "
        "wer "
        "werden wird wurde wurden wie wieder will wo würde zu zum zur zwar zwischen am an"},
    List{"en",
         "a about above after again against all am an and any are as at be because been before "
         "being "
         "below between both but by can cannot could did do does doing down during each few for "
         "from "
         "further had has have having he her here hers herself him himself his how i if in into is "
         "it "
         "its itself just me more most my myself no nor not of off on once only or other our ours "
         "ourselves out over own same she should so some such than that the their theirs them "
         "themselves then there these they this those through to too under until up very was we "
         "were "
         "what when where which while who whom why with would you your yours yourself yourselves "
         "dont "
         "doesnt didnt isnt wasnt arent werent cant wont wouldnt shouldnt couldnt hasnt havent "
         "hadnt"},
    List{
        "es",
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le "
        "ya o "
        "este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde "
        "todo "
        "nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué "
        "unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella estar "
        "estas algunas algo nosotros mi mis tú te ti tu tus es son era eran fue fueron ser ha han "
        "había habían está están sea"},
    List{
        "fi",
        "ja on ei että se hän oli joka ovat mutta kun niin myös kuin tai sen jos vain jo ole olla "
        "minä sinä me te he tämä nämä ne mikä kuka joka jotka sekä mukaan ollut olisi hänen heidän "
        "siitä sitä tämän jonka joita sillä koska eikä ettei"},
    List{
        "fr",
        "au aux avec ce ces cet cette dans de des du elle elles en et eux il ils je la le les leur "
        "leurs lui ma mais me même mes moi mon ne nos notre nous on ou où par pas pour qu que qui "
        "sa "
        "se ses si son sur ta te tes toi ton tu un une vos votre vous c d j l à m n s t y est été "
        "étée étées étés étant suis es sommes êtes sont sera serait était étaient fut furent être "
        "ai "
        "as a avons avez ont aura aurait avait avaient eu avoir plus comme sans sous entre aussi "
        "dont quand donc car ni très"},
    List{
        "it",
        "ad al allo ai agli all agl alla alle con col coi da dal dallo dai dagli dall dagl dalla "
        "dalle di del dello dei degli dell degl della delle in nel nello nei negli nell negl nella "
        "nelle su sul sullo sui sugli sull sugl sulla sulle per tra fra contro io tu lui lei noi "
        "voi "
        "loro mio mia suo sua suoi sue mi ti ci vi lo la li le gli ne il un uno una ma ed se "
        "perché "
        "anche come dov dove che chi cui non più quale quanto quanti quelli quello quella quelle "
        "questo questi questa queste si tutto tutti a c e i l o è sono era erano fu furono essere "
        "ha "
        "hanno aveva avevano avere stato stata stati"},
    List{"ja",
         "の に は を た が で て と し れ さ ある いる も する から な こと として い や れる "
         "など なっ "
         "ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ "
         "によって により "
         "おり より による ず なり られる において ば なかっ なく しかし について せ だっ その後 "
         "できる それ う "
         "ので なお のみ でき き つ における および いう さらに でも ら たり その他 に関する たち "
         "ます ん なら "
         "した して された され です ました"},
    List{
        "nl",
        "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar "
        "om "
        "hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar "
        "naar heb hoe heeft hebben deze u nog zal me zij nu ge geen omdat iets worden toch al "
        "waren "
        "veel meer doen toen moet ben zonder kan hun dus alles onder ja werd wordt"},
    List{
        "no",
        "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har "
        "om "
        "vi min mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller "
        "hva skal selv her alle vil bli ble blitt kunne inn når være kom noen noe ville dere deres "
        "kun ja etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse uten "
        "hvordan ingen din ditt blir samme hvilken sånn inni mellom vår hver hvem vors hvis både "
        "bare "
        "enn fordi før mange også slik vært"},
    List{
        "pl",
        "a aby ale bo by być był była było były co czy dla do gdy go i ich ile im ja jak jako je "
        "jego "
        "jej już jeszcze jest ją kiedy która które który których którym lub ma może na nad nie nim "
        "o "
        "od on ona oni oraz po pod przed przez przy sam są się także tak tam te tego tej ten to tu "
        "tych tylko tym u w we więc z za ze że żeby"},
    List{
        "pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das "
        "à "
        "seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo "
        "aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos elas qual "
        "nós "
        "lhe deles essas esses pelas este dele é são era eram foi foram ser há está estão ter tem "
        "têm tinha tinham"},
    List{
        "ru",
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее "
        "её "
        "мне было вот от меня еще ещё нет о из ему теперь когда даже ну вдруг ли если уже или ни "
        "быть "
        "был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть "
        "надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда "
        "кто "
        "этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда "
        "зачем всех можно при об хоть после над больше тот через эти нас про них какая много разве "
        "эту моя свою этой перед иногда лучше чуть том нельзя такой им более всегда между это "
        "который "
        "которые которая"},
    List{"sv",
         "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av "
         "icke "
         "mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något "
         "från "
         "ut när efter upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller "
         "allt "
         "mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa "
         "några deras blir mina samma vilken er sådan vår blivit dess inom mellan sådant varför "
         "varje "
         "vilka ditt vem vilket sitta sådana vart dina vars vårt våra ert era vilkas"},
    List{
        "tr",
        "acaba ama ancak aslında az bazı belki ben biri birkaç birşey biz bu bir çok çünkü da daha "
        "de "
        "defa diye eğer en gibi hem hep hepsi her hiç için ile ise kez ki kim mı mu mü mi nasıl ne "
        "neden nerde nerede nereye niçin niye o sanki şey siz şu tüm ve veya ya yani olan olarak "
        "oldu "
        "olduğu kadar sonra göre"},
    List{"zh",
         "的 了 在 是 和 与 及 或 也 就 都 而 着 吗 呢 吧 啊 被 把 对 从 为 以 于 这 那 这个 那个 "
         "其 之 "
         "等 并 但 但是 因为 所以 如果 我 你 他 她 它 我们 你们 他们 什么 怎么 谁 哪 哪个 多少 "
         "一个 有 "
         "會 会 個 個 這 這個 與 對 從 為 於 們 我們 他們 並 還 还 很 不 没有 沒有"},
};

using WordSet = std::unordered_set<std::string>;

WordSet read_list(Language language) {
  WordSet set;
  for (const List& list : lists) {
    if (list.code != language.code()) continue;
    for (std::size_t at = 0; at < list.words.size();) {
      const std::size_t end = std::min(list.words.find(' ', at), list.words.size());
      set.insert(fold_marks(fold_case(list.words.substr(at, end - at))));
      at = end + 1;
    }
  }
  return set;
}

/// The folded list of a language, made when first asked for: a search wants one or two of them.
const WordSet& words_of(Language language) {
  static std::mutex reading;
  static std::map<Language, WordSet> sets;
  const std::lock_guard lock(reading);
  const auto found = sets.find(language);
  return found != sets.end() ? found->second
                             : sets.emplace(language, read_list(language)).first->second;
}

}  // namespace

bool is_stop_word(Language language, std::string_view term) {
  return words_of(language).contains(std::string(term));
}

}  // namespace news
