package org.tocsin.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tocsin.app.foundation.internal.archive.ArchiveCommand;

/** The platform's process: the server, or one of its short modes. */
@SpringBootApplication
public class TocsinApplication {
  public static void main(String[] args) {
    if (ArchiveCommand.isAskedFor(args)) {
      System.exit(ArchiveCommand.run(System.out, System.err, args));
    }
    SpringApplication.run(TocsinApplication.class, args);
  }
}
