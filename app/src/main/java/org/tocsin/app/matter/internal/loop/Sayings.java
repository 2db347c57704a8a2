package org.tocsin.app.matter.internal.loop;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.ProblemTexts;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.staff.HeldRoles;
import org.tocsin.matters.By;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.flow.Decision;
import org.tocsin.matters.flow.FieldFault;

/** Says the engine's sayings as problems that a person can read and mend. */
@Component
class Sayings {
  private static final Map<ProofKind, Text> PROOFS =
      Map.of(
          ProofKind.PHOTO, new Text("照片", "photo"),
          ProofKind.DOCUMENT, new Text("文书", "document"),
          ProofKind.SIGNATURE, new Text("签名", "signature"),
          ProofKind.PLACE_TIME, new Text("到场定位", "stamp of place and time"));

  private static final Map<String, Text> DEEDS =
      Map.of(
          By.RAISER, new Text("提出本件", "raised it"),
          By.WORKERS, new Text("承办过本件", "worked on it"),
          By.CONFIRMERS, new Text("核查过本件", "confirmed it"),
          By.HANDLER, new Text("是本件经办人", "has it in hand"));

  private final HeldRoles roles;
  private final ProblemTexts texts;

  Sayings(HeldRoles roles, ProblemTexts texts) {
    this.roles = roles;
    this.texts = texts;
  }

  /** The refusal as the problem to answer with. */
  Problem problem(MatterKind kind, String number, Decision.Rejected no) {
    Map<String, String> args = no.args();
    return switch (no.refusal()) {
      case NO_SUCH_TRANSITION -> Problem.invalid("transition", "unknown", arg(args, "transition"));
      case NOT_FROM_STATE ->
          Problem.refused(
              ProblemCode.ILLEGAL_TRANSITION,
              number,
              state(kind, arg(args, "state")),
              transition(kind, arg(args, "transition")));
      case SYSTEM_ONLY -> Problem.refused(ProblemCode.ACT_SYSTEM_ONLY);
      case PERSON_ONLY -> Problem.refused(ProblemCode.OFFICER_NEEDED);
      case ROLE -> Problem.refused(ProblemCode.ACT_ROLE, names(arg(args, "roles"), this::role));
      case POST -> Problem.refused(ProblemCode.ACT_POST, arg(args, "posts"));
      case AGENCY ->
          Problem.refused(ProblemCode.ACT_AGENCY, names(arg(args, "at"), Sayings::place));
      case NOT_HANDLER -> Problem.refused(ProblemCode.ACT_NOT_HANDLER);
      case SAME_PERSON ->
          Problem.refused(ProblemCode.ACT_SAME_PERSON, deed(kind, arg(args, "deed")));
      case SUBJECT -> Problem.refused(ProblemCode.ACT_SUBJECT, field(kind, arg(args, "field")));
      case CONDITION -> Problem.refused(ProblemCode.ACT_CONDITION);
      case FIELDS -> Problem.invalid(no.faults().stream().map(Sayings::fault).toList());
      case PROOF ->
          Problem.refused(ProblemCode.ACT_PROOF, proof(arg(args, "kind")), arg(args, "min"));
      case REASON -> Problem.invalid("reason", "required");
      case NO_HAND_OVER -> Problem.invalid("toAgencyId", "refused", "toAgencyId");
      case CLOSING -> Problem.refused(ProblemCode.ACT_CLOSING, need(arg(args, "need")));
      case TIMER_DUE -> Problem.refused(ProblemCode.BUSY);
      case NO_SUCH_CLOCK -> Problem.notFound("clock", arg(args, "clock"));
      case CLOCK_STATE -> Problem.refused(ProblemCode.CLOCK_STATE, clock(kind, arg(args, "clock")));
      case CLOCK_FIXED -> Problem.refused(ProblemCode.CLOCK_FIXED, clock(kind, arg(args, "clock")));
      case CLOCK_LIMIT ->
          Problem.refused(
              ProblemCode.CLOCK_LIMIT, clock(kind, arg(args, "clock")), arg(args, "limit"));
      case NOTHING_DUE -> throw new IllegalStateException("nothing is due: " + args);
    };
  }

  /** The problem in the language of the request. */
  MatterView.Why why(Problem problem) {
    var details = texts.details(problem, LocaleContextHolder.getLocale());
    return new MatterView.Why(
        problem.code().name(),
        String.valueOf(details.getTitle()),
        String.valueOf(details.getDetail()));
  }

  private static Problem.Field fault(FieldFault fault) {
    String code =
        switch (fault.why()) {
          case REQUIRED -> "required";
          case NOT_ASKED -> "notAsked";
          case TYPE -> "type";
          case TOO_SMALL -> "tooSmall";
          case TOO_LARGE -> "tooLarge";
          case TOO_SHORT -> "too-short";
          case TOO_LONG -> "too-long";
          case TOO_FEW -> "tooFew";
          case TOO_MANY -> "tooMany";
          case OPTION -> "option";
          case PAST -> "beforeToday";
          case CHECK -> "check";
        };
    return new Problem.Field(fault.field(), code, List.of(fault.limit()));
  }

  private static Text names(String codes, Function<String, Text> name) {
    List<Text> all = Arrays.stream(codes.split(",")).map(name).toList();
    return new Text(
        all.stream().map(Text::zh).collect(Collectors.joining("、")),
        all.stream().map(Text::en).collect(Collectors.joining(", ")));
  }

  /** Roles by name. */
  Text roles(Collection<String> codes) {
    return names(codes.stream().sorted().collect(Collectors.joining(",")), this::role);
  }

  private Text role(String code) {
    return roles.names().getOrDefault(code, new Text(code, code));
  }

  private static Text place(String at) {
    return switch (By.At.valueOf(at)) {
      case HANDLING -> new Text("承办单位", "the handling agency");
      case ABOVE -> new Text("承办单位的上级", "an agency above the handling one");
      case RAISING -> new Text("提出单位", "the raising agency");
      case ANY -> new Text("任何单位", "any agency");
    };
  }

  private static Text deed(MatterKind kind, String token) {
    Text known = DEEDS.get(token);
    if (known != null) {
      return known;
    }
    Text done = transition(kind, token);
    return new Text("办理了“" + done.zh() + "”", "did \"" + done.en() + "\"");
  }

  private static Text need(String need) {
    return switch (need.toUpperCase(Locale.ROOT)) {
      case "CONFIRMATION" -> new Text("他人核查", "confirmation by another person");
      case "ANSWER" -> new Text("当事人本人答复", "the person's own answer");
      default -> new Text("证明材料", "proof");
    };
  }

  private static Text proof(String word) {
    return ProofKind.of(word).map(PROOFS::get).orElseGet(() -> new Text(word, word));
  }

  private static Text transition(MatterKind kind, String code) {
    return kind.transition(code).map(t -> text(t.names())).orElseGet(() -> new Text(code, code));
  }

  private static Text state(MatterKind kind, String code) {
    return kind.states().containsKey(code) ? text(kind.state(code).names()) : new Text(code, code);
  }

  private static Text clock(MatterKind kind, String code) {
    var clock = kind.clocks().get(code);
    return clock == null ? new Text(code, code) : text(clock.names());
  }

  private static Text field(MatterKind kind, String code) {
    var field = kind.fields().get(code);
    return field == null ? new Text(code, code) : text(field.names());
  }

  private static String arg(Map<String, String> args, String name) {
    return args.getOrDefault(name, "");
  }

  static Text text(org.tocsin.matters.Text text) {
    return new Text(text.zh(), text.en());
  }
}
