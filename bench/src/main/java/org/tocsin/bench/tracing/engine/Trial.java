package org.tocsin.bench.tracing.engine;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program that runs in an engine's own process: loads the ledger, asks the questions of each
 * rule in three passes and writes one line for each thing it saw.
 *
 * <ol>
 *   <li>not counted, and repeated until some seconds have gone: compilers and caches warm up; the
 *       answers are written down;
 *   <li>warm: each question once, so that the data of all of them compete for the caches;
 *   <li>cold: before each question the processor's caches are overwritten.
 * </ol>
 *
 * A pass that lasts longer than its budget ends early; how many questions it did is then in the
 * result. Nobody compares unequal sets: the reader joins engines by question.
 */
public final class Trial {
  private static final double NANOS = 1e9;
  private static final double WARM_UP_SECONDS = 4;

  private final Engine engine;
  private final PrintWriter out;
  private final double budgetSeconds;
  private final int coldQuestions;

  private Trial(Engine engine, PrintWriter out, double budgetSeconds, int coldQuestions) {
    this.engine = engine;
    this.out = out;
    this.budgetSeconds = budgetSeconds;
    this.coldQuestions = coldQuestions;
  }

  /**
   * Arguments: the engine's class, the dataset's folder, an empty folder for the engine, the file
   * for the result, seconds for a pass, cold questions of a rule, and whether to measure what only
   * this engine has.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[2]);
    Files.createDirectories(folder);
    int status = 0;
    try (PrintWriter out =
            new PrintWriter(Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8));
        Engine engine =
            Class.forName(args[0])
                .asSubclass(Engine.class)
                .getDeclaredConstructor()
                .newInstance()) {
      Trial trial = new Trial(engine, out, Double.parseDouble(args[4]), Integer.parseInt(args[5]));
      try {
        trial.run(Dataset.open(Path.of(args[1])), folder, Boolean.parseBoolean(args[6]));
      } catch (Exception | LinkageError e) {
        e.printStackTrace();
        out.println("failed " + e.toString().replace('\n', ' '));
        status = 1;
      }
    }
    System.exit(status);
  }

  private void run(Dataset dataset, Path folder, boolean further) throws Exception {
    out.println("name " + engine.name());
    long start = System.nanoTime();
    long bytes = engine.load(dataset, folder);
    say("load_s", seconds(start));
    say("bytes", bytes);
    List<Question> questions = dataset.questions();
    for (Question.Rule rule : Question.Rule.values()) {
      if (engine.answers(rule)) {
        ask(questions.stream().filter(q -> q.rule() == rule).toList());
        out.flush();
      }
    }
    if (further) {
      engine.further(dataset, folder, this::say);
    }
  }

  private void ask(List<Question> questions) throws Exception {
    long start = System.nanoTime();
    answers(questions, start);
    while (seconds(start) < Math.min(WARM_UP_SECONDS, budgetSeconds)) {
      for (Question question : questions) {
        engine.ask(question);
      }
    }
    start = System.nanoTime();
    for (Question question : questions) {
      out.printf("warm %d %d%n", question.number(), time(question));
      if (seconds(start) > budgetSeconds) {
        break;
      }
    }
    ColdCaches caches = new ColdCaches();
    start = System.nanoTime();
    for (Question question : questions.subList(0, Math.min(coldQuestions, questions.size()))) {
      caches.overwrite();
      out.printf("cold %d %d%n", question.number(), time(question));
      if (seconds(start) > budgetSeconds) {
        break;
      }
    }
  }

  /** The pass that writes the answers down. */
  private void answers(List<Question> questions, long start) throws Exception {
    for (Question question : questions) {
      Answer answer = engine.ask(question);
      Answer.Digest d = answer.digest(question.rule());
      out.printf(
          "answer %d %d %d %d %d %d%n",
          question.number(), d.accounts(), d.heldFen(), d.dustFen(), d.hash(), answer.touched());
      if (seconds(start) > budgetSeconds) {
        break;
      }
    }
  }

  private long time(Question question) throws Exception {
    long start = System.nanoTime();
    engine.ask(question);
    return System.nanoTime() - start;
  }

  private void say(String name, Object value) {
    out.println(name + " " + value);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / NANOS;
  }
}
