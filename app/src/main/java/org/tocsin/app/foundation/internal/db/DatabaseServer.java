package org.tocsin.app.foundation.internal.db;

/**
 * Where the database is.
 *
 * @param url JDBC URL without credentials
 * @param owner the role that owns the schemas and runs migrations
 * @param ownerPassword its password, empty where the server trusts it
 */
public record DatabaseServer(String url, String owner, String ownerPassword) {
  @Override
  public String toString() {
    return "DatabaseServer[" + url + " as " + owner + "]";
  }
}
