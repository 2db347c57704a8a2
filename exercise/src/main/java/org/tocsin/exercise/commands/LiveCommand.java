package org.tocsin.exercise.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.http.Unreachable;
import org.tocsin.exercise.live.LivingCity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps a demonstration alive: the generated city, until the server is gone. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    description =
        "Lets the generated city of Qinglan live on a demonstration, until the server stops.")
public final class LiveCommand implements Callable<Integer> {
  /** A server that restarts is waited for. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Mixin Instance instance = new Instance();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "seconds of the city per second, at most 20; default ${DEFAULT-VALUE}")
  double speed = 1;

  @Option(
      names = "--minutes",
      defaultValue = "0",
      description = "stop after so many minutes by the machine's clock; 0 for never")
  double minutes;

  @Option(
      names = "--seed",
      defaultValue = "110",
      description = "which city; default ${DEFAULT-VALUE}")
  long seed = 110;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!(speed > 0 && speed <= 20)) {
      throw new ParameterException(spec.commandLine(), "--speed is more than 0 and at most 20");
    }
    var out = spec.commandLine().getOut();
    Tocsin tocsin = instance.open(PATIENCE);
    Clock machine = Clock.systemUTC();
    Instant end =
        minutes > 0 ? machine.instant().plusMillis((long) (minutes * 60_000)) : Instant.MAX;
    LivingCity city =
        new LivingCity(
            tocsin,
            new LivingCity.Plan(seed, speed),
            machine,
            line -> {
              out.println(line);
              out.flush();
            });
    try {
      city.live(() -> machine.instant().isBefore(end));
      return 0;
    } catch (Unreachable e) {
      out.println("the server is gone: " + e.getMessage());
      return 0;
    } catch (Refused e) {
      if (e.status() != 401) {
        throw e;
      }
      out.println("the server no longer knows this driver: " + e.getMessage());
      return 0;
    }
  }
}
