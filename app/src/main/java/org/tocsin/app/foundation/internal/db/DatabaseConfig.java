package org.tocsin.app.foundation.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts or finds the database, migrates it, and gives the application a pool under a role that
 * owns nothing.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
  @Bean
  @ConditionalOnProperty(name = "tocsin.database.url", havingValue = "", matchIfMissing = true)
  EmbeddedDatabase embeddedDatabase(@Value("${tocsin.data-dir}") Path folder) throws IOException {
    return EmbeddedDatabase.start(folder);
  }

  @Bean
  DatabaseServer databaseServer(
      ObjectProvider<EmbeddedDatabase> embedded,
      @Value("${tocsin.database.url:}") String url,
      @Value("${tocsin.database.owner:postgres}") String owner,
      @Value("${tocsin.database.password:}") String password) {
    EmbeddedDatabase own = embedded.getIfAvailable();
    return own == null ? DatabaseServer.of(url, owner, password) : own.server();
  }

  @Bean(destroyMethod = "close")
  DataSource dataSource(
      DatabaseServer server,
      @Value("${tocsin.data-dir}") Path folder,
      @Value("${tocsin.database.pool:24}") int pool)
      throws IOException, SQLException {
    String password = appPassword(folder);
    Migrator.migrate(server, password);
    HikariConfig config = new HikariConfig();
    config.setPoolName("tocsin");
    config.setJdbcUrl(server.url());
    config.setUsername("tocsin_app");
    config.setPassword(password);
    config.setMaximumPoolSize(pool);
    config.setMinimumIdle(4);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "tocsin");
    return new HikariDataSource(config);
  }

  /**
   * Kept in the data folder, readable by this user only, so that a restart and a second node use
   * the same.
   */
  private static String appPassword(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("database-app-password");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }
}
