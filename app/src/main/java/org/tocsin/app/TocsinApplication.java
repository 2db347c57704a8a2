package org.tocsin.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform's process. */
@SpringBootApplication
public class TocsinApplication {
  public static void main(String[] args) {
    SpringApplication.run(TocsinApplication.class, args);
  }
}
