package org.tocsin.app.matter.internal;

import java.util.Map;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentType.Option;
import org.tocsin.app.matter.IncidentType.Question;

/** What the answers to a type's questions mean. */
final class Protocol {
  private Protocol() {}

  /**
   * The answers, checked: where a question of the type has options, one of them. Answers to other
   * questions stay as the caller gave them, because the type may have been changed meanwhile.
   */
  static Map<String, String> checked(IncidentType type, Map<String, String> answers) {
    for (Question question : type.questions()) {
      String answer = answers.get(question.code());
      if (answer == null || answer.isBlank() || question.options().isEmpty()) {
        continue;
      }
      if (question.options().stream().noneMatch(o -> o.code().equals(answer))) {
        throw Problem.invalid("answers." + question.code(), "unknown", answer);
      }
    }
    return answers;
  }

  /** The type's priority, raised by the answers that say so. */
  static int priority(IncidentType type, Map<String, String> answers) {
    int priority = type.defaultPriority();
    for (Question question : type.questions()) {
      for (Option option : question.options()) {
        Integer raised = option.raisesPriorityTo();
        if (raised != null && option.code().equals(answers.get(question.code()))) {
          priority = Math.min(priority, raised);
        }
      }
    }
    return priority;
  }
}
