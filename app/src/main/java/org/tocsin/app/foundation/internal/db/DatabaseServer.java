package org.tocsin.app.foundation.internal.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the database is.
 *
 * @param url JDBC URL without credentials, since those in a URL would win over the application's
 *     own role
 * @param owner the role that owns the schemas and runs migrations
 * @param ownerPassword its password, empty where the server trusts it
 */
public record DatabaseServer(String url, String owner, String ownerPassword) {

  /**
   * Takes the credentials out of a JDBC URL; those in the URL win over the ones given beside it.
   */
  public static DatabaseServer of(String url, String owner, String password) {
    int query = url.indexOf('?');
    if (query < 0) {
      return new DatabaseServer(url, owner, password);
    }
    String user = owner;
    String secret = password;
    List<String> others = new ArrayList<>();
    for (String part : url.substring(query + 1).split("&")) {
      String value =
          URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8);
      if (part.startsWith("user=")) {
        user = value;
      } else if (part.startsWith("password=")) {
        secret = value;
      } else if (!part.isEmpty()) {
        others.add(part);
      }
    }
    String bare =
        url.substring(0, query) + (others.isEmpty() ? "" : "?" + String.join("&", others));
    return new DatabaseServer(bare, user, secret);
  }

  @Override
  public String toString() {
    return "DatabaseServer[" + url + " as " + owner + "]";
  }
}
