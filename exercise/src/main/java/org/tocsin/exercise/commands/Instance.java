package org.tocsin.exercise.commands;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.http.Tocsin;
import picocli.CommandLine.Option;

/** Which instance to speak to. */
final class Instance {
  @Option(names = "--url", description = "the instance, such as http://localhost:8080")
  @Nullable URI url;

  @Option(
      names = "--token",
      defaultValue = "${env:TOCSIN_DRIVER_TOKEN}",
      description = "bearer token; by default the environment's TOCSIN_DRIVER_TOKEN")
  @Nullable String token;

  URI requiredUrl() {
    if (url == null) {
      throw new FeedException("--url is missing: which instance?");
    }
    return url;
  }

  String requiredToken() {
    if (token == null || token.isBlank() || token.startsWith("${")) {
      throw new FeedException("no token: give --token or set TOCSIN_DRIVER_TOKEN");
    }
    return token;
  }

  Tocsin open(Duration patience) {
    return new Tocsin(requiredUrl(), requiredToken(), patience);
  }
}
