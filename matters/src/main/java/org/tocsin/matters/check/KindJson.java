package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tocsin.kernel.time.Term;
import org.tocsin.matters.By;
import org.tocsin.matters.Clock;
import org.tocsin.matters.Condition;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.PrintForm;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.State;
import org.tocsin.matters.Text;
import org.tocsin.matters.Transition;

/**
 * A declaration as the plain maps and lists that JSON is written from. What a declaration keys by
 * code is a list here, in order, each with its {@code code}; what is absent is left out.
 */
public final class KindJson {
  private KindJson() {}

  /** The whole declaration. */
  public static Map<String, Object> of(MatterKind k) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kind", k.code());
    all.put("version", k.version());
    all.put("names", text(k.names()));
    all.put("about", text(k.about()));
    all.put("rows", k.rows());
    all.put("source", text(k.source()));
    all.put("number", k.number().pattern());
    all.put(
        "retention",
        Map.of("keepDays", k.retention().keepDays(), "basis", text(k.retention().basis())));
    all.put("parties", named(k.parties()));
    all.put("sections", named(k.sections()));
    all.put("fields", k.fields().values().stream().map(KindJson::field).toList());
    all.put("raise", raise(k.raise()));
    all.put("start", k.start());
    all.put("states", k.states().values().stream().map(KindJson::state).toList());
    all.put("transitions", k.transitions().values().stream().map(KindJson::transition).toList());
    all.put("clocks", k.clocks().values().stream().map(KindJson::clock).toList());
    all.put("closing", closing(k));
    all.put("links", k.links().values().stream().map(KindJson::link).toList());
    all.put("prints", k.prints().values().stream().map(KindJson::print).toList());
    all.put("excluded", k.excluded().stream().map(KindJson::text).toList());
    all.put(
        "migrate",
        k.migrations().stream().map(m -> Map.of("from", m.from(), "states", m.states())).toList());
    return all;
  }

  private static Map<String, Object> text(Text text) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("zh", text.zh());
    all.put("en", text.en());
    return all;
  }

  private static List<Map<String, Object>> named(Map<String, Text> texts) {
    List<Map<String, Object>> all = new ArrayList<>();
    texts.forEach((code, names) -> all.add(head(code, names)));
    return all;
  }

  private static Map<String, Object> head(String code, Text names) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("code", code);
    all.put("names", text(names));
    return all;
  }

  private static Map<String, Object> field(Field f) {
    Map<String, Object> all = head(f.code(), f.names());
    all.put("type", f.type().word());
    flag(all, "required", f.required());
    f.section().ifPresent(s -> all.put("section", s));
    f.when().ifPresent(c -> all.put("when", condition(c)));
    f.personal().ifPresent(p -> all.put("personal", personal(p)));
    some(all, "options", named(f.options()));
    some(all, "lines", f.lines().stream().map(KindJson::field).toList());
    f.limits().min().ifPresent(n -> all.put("min", n));
    f.limits().max().ifPresent(n -> all.put("max", n));
    f.limits().minField().ifPresent(n -> all.put("minField", n));
    f.limits().maxField().ifPresent(n -> all.put("maxField", n));
    f.source().ifPresent(s -> all.put("source", s));
    flag(all, "subject", f.subject());
    flag(all, "multiple", f.multiple());
    f.sum().ifPresent(s -> all.put("sum", s));
    f.hint().ifPresent(h -> all.put("hint", text(h)));
    return all;
  }

  private static Map<String, Object> personal(Field.Personal p) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("mask", FieldReader.lower(p.mask()));
    p.keepDays().ifPresent(d -> all.put("keepDays", d));
    p.basis().ifPresent(b -> all.put("basis", text(b)));
    some(all, "readers", List.copyOf(p.readers()));
    return all;
  }

  private static Map<String, Object> condition(Condition condition) {
    return switch (condition) {
      case Condition.Is c -> Map.of("field", c.field(), "is", c.value());
      case Condition.In c -> Map.of("field", c.field(), "in", c.values());
      case Condition.IsSet c -> Map.of("field", c.field(), "set", c.set());
      case Condition.AtLeast c -> Map.of("field", c.field(), "atLeast", c.amount());
      case Condition.AtMost c -> Map.of("field", c.field(), "atMost", c.amount());
      case Condition.All c -> Map.of("all", c.of().stream().map(KindJson::condition).toList());
      case Condition.Any c -> Map.of("any", c.of().stream().map(KindJson::condition).toList());
    };
  }

  private static Map<String, Object> by(By by) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("roles", by.roles());
    some(all, "posts", List.copyOf(by.posts()));
    all.put("at", by.at().stream().map(FieldReader::lower).sorted().toList());
    flag(all, "handler", by.handlerOnly());
    some(all, "not", by.not());
    by.party().ifPresent(p -> all.put("party", p));
    flag(all, "system", by.system());
    all.put("person", by.person());
    return all;
  }

  private static Map<String, Object> raise(MatterKind.Raise r) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("by", by(r.by()));
    all.put("asks", r.asks());
    all.put("proof", proof(r.proof()));
    return all;
  }

  private static List<Map<String, Object>> proof(List<ProofKind.Needed> needed) {
    return needed.stream()
        .map(n -> Map.<String, Object>of("kind", n.kind().word(), "min", n.min()))
        .toList();
  }

  private static Map<String, Object> state(State s) {
    Map<String, Object> all = head(s.code(), s.names());
    all.put("closed", s.closed());
    s.noClock().ifPresent(t -> all.put("noClock", text(t)));
    Map<String, Object> waives = new LinkedHashMap<>();
    s.waives().forEach((need, why) -> waives.put(FieldReader.lower(need), text(why)));
    if (!waives.isEmpty()) {
      all.put("waives", waives);
    }
    return all;
  }

  private static Map<String, Object> transition(Transition t) {
    Map<String, Object> all = head(t.code(), t.names());
    all.put("from", List.copyOf(t.from()));
    all.put("to", t.to());
    all.put("by", by(t.by()));
    all.put("asks", t.asks());
    all.put("proof", proof(t.proof()));
    flag(all, "reason", t.reason());
    flag(all, "work", t.work());
    flag(all, "confirms", t.confirms());
    flag(all, "answers", t.answers());
    flag(all, "subjects", t.subjects());
    t.when().ifPresent(c -> all.put("when", condition(c)));
    flag(all, "handOver", t.handOver());
    t.hint().ifPresent(h -> all.put("hint", text(h)));
    return all;
  }

  private static Map<String, Object> clock(Clock c) {
    Map<String, Object> all = head(c.code(), c.names());
    all.put("in", List.copyOf(c.in()));
    some(all, "restartOn", List.copyOf(c.restartOn()));
    term(all, "term", c.term());
    c.from().ifPresent(f -> all.put("from", f));
    term(all, "warn", c.warn());
    term(all, "escalate", c.escalate());
    c.expiry().ifPresent(t -> all.put("expiry", t));
    c.pause().ifPresent(p -> all.put("pause", limited(by(p.by()), p.atMost(), p.times())));
    c.extend().ifPresent(e -> all.put("extend", limited(by(e.by()), e.atMost(), e.times())));
    all.put("source", text(c.source()));
    all.put("mark", c.mark().name());
    return all;
  }

  private static Map<String, Object> limited(Map<String, Object> by, Term atMost, int times) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("by", by);
    term(all, "atMost", Optional.of(atMost));
    all.put("times", times);
    return all;
  }

  private static void term(Map<String, Object> all, String key, Optional<Term> term) {
    term.ifPresent(
        t -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("unit", ClockReader.word(t.unit()));
          one.put("amount", t.amount());
          flag(one, "roll", t.roll());
          all.put(key, one);
        });
  }

  private static Map<String, Object> closing(MatterKind k) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("confirmation", k.closing().confirmation());
    k.closing().whyNot().ifPresent(w -> all.put("whyNot", text(w)));
    all.put("proof", k.closing().proof().stream().map(ProofKind::word).sorted().toList());
    all.put("answer", k.closing().answer());
    return all;
  }

  private static Map<String, Object> link(MatterKind.Link l) {
    Map<String, Object> all = head(l.code(), l.names());
    all.put("kinds", List.copyOf(l.kinds()));
    return all;
  }

  private static Map<String, Object> print(PrintForm p) {
    Map<String, Object> all = head(p.code(), p.names());
    all.put("numbered", p.numbered());
    all.put("in", List.copyOf(new TreeSet<>(p.in())));
    all.put("title", text(p.title()));
    all.put("lines", p.lines().stream().map(KindJson::text).toList());
    return all;
  }

  private static void flag(Map<String, Object> all, String key, boolean flag) {
    if (flag) {
      all.put(key, true);
    }
  }

  private static void some(Map<String, Object> all, String key, List<?> list) {
    if (!list.isEmpty()) {
      all.put(key, list);
    }
  }
}
