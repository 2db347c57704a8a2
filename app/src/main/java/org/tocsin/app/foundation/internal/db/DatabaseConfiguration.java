package org.tocsin.app.foundation.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database's beans. Spring destroys them in the reverse order of their dependencies: first the
 * pool, then the server, then the folder's lock.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  DataFolder dataFolder(@Value("${tocsin.data-dir:.tocsin/data}") Path folder) {
    return DataFolder.at(folder).lock();
  }

  @Bean(destroyMethod = "close")
  Databases databases(DataFolder folder, DatabaseSettings settings) {
    var databases = Databases.open(folder, settings);
    try {
      new Migrations(databases.owner(), settings.appUser()).toNewest();
      return databases;
    } catch (RuntimeException e) {
      databases.close();
      throw e;
    }
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Databases databases, DatabaseSettings settings) {
    HikariConfig config = pool(databases, "tocsin", settings.pool());
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  @Bean(destroyMethod = "close")
  SideConnections sideConnections(Databases databases) {
    HikariConfig config = pool(databases, "tocsin-side", 2);
    config.setConnectionInitSql("set synchronous_commit = off");
    return new SideConnections(new HikariDataSource(config));
  }

  private static HikariConfig pool(Databases databases, String name, int size) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(databases.app().url());
    config.setUsername(databases.app().user());
    config.setPassword(databases.app().password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(2, size));
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", name);
    return config;
  }
}
