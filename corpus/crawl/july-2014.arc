filedesc://july-2014.arc 0.0.0.0 20140707030000 text/plain 69
1 0 Skerrin
URL IP-address Archive-date Content-type Archive-length


http://skerrin.example.com/2014/07/lamp-room/ 192.0.2.7 20140707030005 text/html 444
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 379

<html><head><title>Skerrin News: Lamp room opens to visitors</title></head><body><h1>Lamp room opens to visitors</h1><p>6 July 2014</p><p>The lamp room of the Anvil Rocks lighthouse opened to visitors on Sunday, and 212 people climbed its twelve flights of stairs.</p><p>All of them came down again, the owner said with some pride, though one had to be carried.</p></body></html>
