package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.matter.internal.loop.PrintStore.PrintRow;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.PrintForm;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints forms. The first print takes the next number of its form in the same transaction, so that
 * none is skipped, and keeps what it said: every later copy says the same and is marked.
 */
@Component
class PrintDesk {
  private final PrintStore store;
  private final LoopDesk desk;
  private final Engine engine;
  private final Lines lines;
  private final Agencies agencies;
  private final PdfWriter pdf;
  private final JsonMapper json;

  PrintDesk(
      PrintStore store,
      LoopDesk desk,
      Engine engine,
      Lines lines,
      Agencies agencies,
      PdfWriter pdf,
      JsonMapper json) {
    this.store = store;
    this.desk = desk;
    this.engine = engine;
    this.lines = lines;
    this.agencies = agencies;
    this.pdf = pdf;
    this.json = json;
  }

  /** A printed form in both languages, as it was the first time. */
  private record Content(FormText.Filled zh, FormText.Filled en) {}

  Matters.Printed print(MatterId id, String code, boolean english) {
    pdf.requireFont();
    Acting.require(Permission.MATTER_WORK);
    LoopDesk.Work work = desk.take(id, Long.MAX_VALUE);
    PrintForm form = work.kind().prints().get(code);
    if (form == null) {
      throw Problem.notFound("form", code);
    }
    apart(work);
    PrintRow was = store.find(id, code).orElse(null);
    PrintRow row = was == null ? first(work, form) : again(work, was);
    String kept = row.content();
    Content content =
        kept == null ? content(work, form, row.number()) : json.readValue(kept, Content.class);
    Held after =
        desk.touch(work.held(), work.held().state(), false, List.of(line(form, row)), work.now());
    desk.audit(
        after,
        Audit.of("matter.printed")
            .detail("form", code)
            .detail("printNumber", row.number())
            .detail("copy", row.copies()));
    desk.tell(after);
    return new Matters.Printed(
        "%s-%s.pdf".formatted(code, work.held().row().number()),
        pdf.write(english ? content.en() : content.zh(), mark(row, english)));
  }

  private void apart(LoopDesk.Work work) {
    engine
        .flow()
        .mayHandle(work.kind(), work.held().state(), work.who())
        .ifPresent(
            no -> {
              throw lines.sayings().problem(work.kind(), work.held().row().number(), no);
            });
  }

  private PrintRow first(LoopDesk.Work work, PrintForm form) {
    String state = work.held().row().state();
    if (!LoopViews.mayPrint(form, state)) {
      throw Problem.refused(
          ProblemCode.PRINT_NOT_NOW,
          Sayings.text(form.names()),
          Lines.stateNames(work.kind(), state));
    }
    String number = form.numbered() ? number(work, form) : null;
    PrintRow row =
        new PrintRow(
            form.code(),
            number,
            json.writeValueAsString(content(work, form, number)),
            work.now(),
            work.actor().name(),
            1);
    store.insert(work.id(), work.kind().code(), row);
    return row;
  }

  private PrintRow again(LoopDesk.Work work, PrintRow was) {
    store.again(work.id(), was.form());
    return new PrintRow(
        was.form(),
        was.number(),
        was.content(),
        was.printedAt(),
        was.printedBy(),
        was.copies() + 1);
  }

  private String number(LoopDesk.Work work, PrintForm form) {
    int year = ZonedDateTime.ofInstant(work.now(), desk.zone()).getYear();
    return "%s〔%d〕第%d号"
        .formatted(form.names().zh(), year, store.number(work.kind().code(), form.code(), year));
  }

  private Content content(LoopDesk.Work work, PrintForm form, @Nullable String number) {
    return new Content(filled(work, form, number, false), filled(work, form, number, true));
  }

  private FormText.Filled filled(
      LoopDesk.Work work, PrintForm form, @Nullable String number, boolean english) {
    return new FormText(work.held(), facts(work, number, english), english, desk.zone()).fill(form);
  }

  private Map<String, String> facts(LoopDesk.Work work, @Nullable String number, boolean english) {
    MatterRow row = work.held().row();
    Actor actor = work.actor();
    Map<String, String> facts = new HashMap<>();
    facts.put("number", row.number());
    facts.put("printNumber", number == null ? "" : number);
    facts.put("kind", said(Sayings.text(work.kind().names()), english));
    facts.put("state", said(Lines.stateNames(work.kind(), row.state()), english));
    agencies
        .find(row.agency())
        .ifPresent(a -> facts.put("agency", english ? a.nameEn() : a.nameZh()));
    facts.put("raisedAt", FormText.day(row.raisedAt(), english, desk.zone()));
    facts.put("raisedBy", row.raisedBy());
    OfficerId handler = row.handler();
    if (handler != null) {
      facts.put("handler", lines.names(List.of(handler)).getOrDefault(handler, ""));
    }
    facts.put("today", FormText.day(work.now(), english, desk.zone()));
    facts.put("officer", actor.name());
    work.held().state().clocks().forEach(c -> due(work, c.clock(), english, facts));
    return facts;
  }

  private void due(LoopDesk.Work work, String clock, boolean english, Map<String, String> facts) {
    work.held()
        .state()
        .clock(clock)
        .flatMap(c -> c.run().dueAt(engine.calendar(work.held().row().agency())))
        // 24:00 of a day is printed as that day.
        .map(at -> at.minusSeconds(1))
        .ifPresent(at -> facts.put("due:" + clock, FormText.day(at, english, desk.zone())));
  }

  private String mark(PrintRow row, boolean english) {
    if (row.copies() < 2) {
      return "";
    }
    Instant first = row.printedAt();
    String day = FormText.day(first, english, desk.zone());
    return english
        ? "REPRINT (copy %d; first printed %s)".formatted(row.copies(), day)
        : "补印（第%d份，首印于%s）".formatted(row.copies(), day);
  }

  private static EntryStore.Line line(PrintForm form, PrintRow row) {
    Text names = Sayings.text(form.names());
    String number = row.number() == null ? "" : row.number();
    return new EntryStore.Line(
        row.copies() == 1 ? "PRINTED" : "REPRINTED",
        row.copies() == 1
            ? new Text("打印" + names.zh(), "Printed: " + names.en())
            : new Text("补印" + names.zh(), "Reprinted: " + names.en()),
        number.isEmpty() ? null : new Text(number, number),
        null,
        Map.of("form", form.code(), "copy", row.copies()));
  }

  private static String said(Text text, boolean english) {
    return english ? text.en() : text.zh();
  }
}
