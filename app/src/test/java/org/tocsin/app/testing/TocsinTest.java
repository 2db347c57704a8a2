package org.tocsin.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole app on a random port and a fresh PostgreSQL, with a driven clock that stands at
 * 2026-03-01T00:00:00Z and the driver token {@link #DRIVER_TOKEN}. All classes with just this
 * annotation share one app: make your own agencies and do not count on an empty table.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TocsinTest.OwnDatabase.class)
public @interface TocsinTest {
  /** The bearer token of the exercise driver in tests. */
  String DRIVER_TOKEN = "test-driver-token-0123456789";

  /** Points the app at a database of its own. */
  final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestDatabase.keepFor(context);
      try {
        TestPropertyValues.of(
                "tocsin.database.url=" + TestDatabase.fresh(),
                "tocsin.database.pool=16",
                "tocsin.data-dir=" + Files.createTempDirectory("tocsin-test-data"),
                "tocsin.clock.mode=driven",
                "tocsin.clock.start=2026-03-01T00:00:00Z",
                "tocsin.driver.token=" + DRIVER_TOKEN)
            .applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
