package org.tocsin.matters.check;

import java.util.Set;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.check.Report.Words;

/** What the prover says about ways that must not be. */
final class Find {
  private Find() {}

  static Words unconfirmed() {
    return Say.say(
        "办结前没有他人的独立确认",
        "closes without confirmation by someone else",
        "让路上最后一次工作之后有一个 confirms: true 的步骤，或在该状态写 waives.confirmation 的理由",
        "let a transition with confirms: true follow the last work, or give the state"
            + " waives.confirmation with its reason");
  }

  static Words unanswered() {
    return Say.say(
        "办结前没有当事人自己的答复",
        "closes without the outsider's own answer",
        "让最后一次工作之后有一个 answers: true 的步骤，或写 waives.answer 的理由",
        "let a transition with answers: true follow the last work, or waive it with a reason");
  }

  static Words unproved(ProofKind proof) {
    return Say.say(
        "办结前没有所需的证明：" + proof.word(),
        "closes without the required proof: " + proof.word(),
        "在路上的一个步骤写 proof: [{kind: %s}]，或写 waives.proof 的理由".formatted(proof.word()),
        "ask proof: [{kind: %s}] on the way, or waive it with a reason".formatted(proof.word()));
  }

  static Words unnamed(Set<String> subjects) {
    String all = String.join(", ", subjects);
    return Say.say(
        "办结前可能没有问过被评价或被投诉的是谁，无法回避",
        "may close before it is asked who is rated or complained of",
        "在此前的步骤中填写 %s 之一".formatted(all),
        "let every way there ask one of %s".formatted(all));
  }

  static Words samePerson(String transition, String work, boolean closes) {
    return Say.say(
        "做过“%s”的人可以自己%s（%s）".formatted(work, closes ? "办结" : "确认", transition),
        "whoever did '%s' can %s it by '%s'"
            .formatted(work, closes ? "close" : "confirm", transition),
        "在 %s 写 by.not: [workers]".formatted(transition),
        "give %s by.not: [workers]".formatted(transition));
  }

  static Words unfilled(String clock, String field) {
    return Say.say(
        "时限“%s”开始时，字段“%s”可能没有填写".formatted(clock, field),
        "clock '%s' can begin while '%s' is not filled".formatted(clock, field),
        "让此前的步骤必填 " + field,
        "let every way there ask %s as required".formatted(field));
  }
}
