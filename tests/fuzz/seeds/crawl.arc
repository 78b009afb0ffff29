filedesc://a.arc 0.0.0.0 20051120053610 text/plain 66
1 0 Post
URL IP-address Archive-date Content-type Archive-length


http://post.example/a 127.0.0.1 20051120053610 text/html 112
HTTP/1.1 200 OK
Content-Type: text/html

<html><title>Bridge</title><p>The harbour bridge closed.</p></html>

