package org.tocsin.app.foundation.internal.db;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database: the built-in one unless a URL is given.
 *
 * @param url JDBC URL of an external PostgreSQL, or null for the built-in one
 * @param user its owner role, when the URL does not name it
 * @param password of that role, when the URL does not hold it
 * @param appUser the role Tocsin works as, on an external PostgreSQL
 * @param appPassword of that role; without it a random one is made and kept among the key files
 * @param port of the built-in database, 0 for any free one
 * @param pool most connections the application opens
 */
@ConfigurationProperties("tocsin.database")
public record DatabaseSettings(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("tocsin_app") String appUser,
    @Nullable String appPassword,
    @DefaultValue("0") int port,
    @DefaultValue("16") int pool) {

  public boolean isExternal() {
    return url != null && !url.isBlank();
  }

  /** The built-in database on any free port. */
  public static DatabaseSettings builtIn() {
    return new DatabaseSettings(null, null, null, "tocsin_app", null, 0, 24);
  }
}
