package org.tocsin.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tocsin.app.foundation.Archive;

/** The platform's process: the server, or one of its short modes. */
@SpringBootApplication
public class TocsinApplication {
  public static void main(String[] args) {
    if (Archive.isAskedFor(args)) {
      System.exit(Archive.run(args));
    }
    SpringApplication.run(TocsinApplication.class, args);
  }
}
