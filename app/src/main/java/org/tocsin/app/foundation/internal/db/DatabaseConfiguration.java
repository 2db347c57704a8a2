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
    var config = new HikariConfig();
    config.setPoolName("tocsin");
    config.setJdbcUrl(databases.app().url());
    config.setUsername(databases.app().user());
    config.setPassword(databases.app().password());
    config.setMaximumPoolSize(settings.pool());
    config.setMinimumIdle(Math.min(2, settings.pool()));
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "tocsin");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }
}
