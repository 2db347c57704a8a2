package org.tocsin.exercise.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A form with a kind and one file (RFC 7578). */
record Multipart(String contentType, BodyPublisher body) {

  static Multipart of(String kind, String fileName, byte[] content) {
    String boundary = "tocsin-" + UUID.randomUUID();
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n"
            + kind
            + "\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + fileName
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    String tail = "\r\n--" + boundary + "--\r\n";
    BodyPublisher body =
        BodyPublishers.ofByteArrays(
            List.of(
                head.getBytes(StandardCharsets.UTF_8),
                content,
                tail.getBytes(StandardCharsets.UTF_8)));
    return new Multipart("multipart/form-data; boundary=" + boundary, body);
  }
}
