package org.tocsin.app.matter.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.EventChecklists;
import org.tocsin.app.matter.EventFile;
import org.tocsin.app.matter.EventFileId;
import org.tocsin.app.matter.EventFileState;
import org.tocsin.app.matter.EventFiles;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.internal.EventDesk.Done;
import org.tocsin.app.matter.internal.EventDesk.Work;
import org.tocsin.kernel.MatterId;

/** The front door to files of major events: one transaction for each call, once for each key. */
@Service
@Transactional
class EventService implements EventFiles {
  private static final int MOST_LINKED = 200;

  private final EventPack pack;
  private final EventPlans plans;
  private final EventDesk desk;
  private final ViewStore views;
  private final Once once;

  EventService(EventPack pack, EventPlans plans, EventDesk desk, ViewStore views, Once once) {
    this.pack = pack;
    this.plans = plans;
    this.desk = desk;
    this.views = views;
    this.once = once;
  }

  private record Asked(@Nullable EventFileId id, String what, List<Object> words) {}

  private EventFile once(
      @Nullable EventFileId id,
      String what,
      @Nullable String key,
      Supplier<EventFile> work,
      @Nullable Object... words) {
    Asked asked = new Asked(id, what, List.of(java.util.Arrays.toString(words)));
    return once.run("event-file", key, asked, EventFile.class, work);
  }

  @Override
  public EventChecklists checklists() {
    Acting.require(Permission.INCIDENT_READ);
    return pack.checklists();
  }

  @Override
  @Transactional(readOnly = true)
  public Page<EventFile> list(boolean open, @Nullable EventFileId after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return Page.of(
        desk.files.list(open, actor.scope(), after, limit + 1), limit, f -> f.id().toString());
  }

  @Override
  @Transactional(readOnly = true)
  public EventFile get(EventFileId id) {
    return desk.get(id, Acting.require(Permission.INCIDENT_READ).scope());
  }

  @Override
  @Transactional(readOnly = true)
  public List<EventFile.Fact> history(EventFileId id) {
    return desk.parts.facts(get(id).id());
  }

  @Override
  @Transactional(readOnly = true)
  public List<IncidentView> incidents(EventFileId id) {
    return views.select(
        "m.id in (select x.matter_id from matter.event_incident x where x.file_id = :file)",
        Map.of("file", get(id).id().value()),
        Acting.current().scope(),
        " order by m.id desc limit " + MOST_LINKED);
  }

  @Override
  public EventFile open(Plan plan, @Nullable String key) {
    return once(null, "open", key, () -> opened(plan), plan);
  }

  private EventFile opened(Plan plan) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    EventFileStore.Planned planned = plans.checked(actor, plan, null);
    EventFileId id = EventFileId.next();
    var items = pack.items(planned.checklistCode(), planned.riskGrade());
    desk.files.insert(id, desk.number(), planned, actor.exercise(), desk.now(), actor.name());
    desk.parts.addItems(id, items);
    Work work = new Work(actor, desk.get(id, actor.scope()), desk.now());
    return desk.record(work, new Done("OPENED", new Text("建档", "File opened")));
  }

  @Override
  public EventFile plan(EventFileId id, long version, Plan plan, @Nullable String key) {
    return once(
        id,
        "plan",
        key,
        () ->
            desk.change(
                id,
                version,
                Permission.DUTY_MANAGE,
                work -> {
                  var planned = plans.checked(work.actor(), plan, work.file().agencyId());
                  desk.files.update(id, planned);
                  desk.parts.addItems(id, pack.items(planned.checklistCode(), planned.riskGrade()));
                  return new Done("PLANNED", new Text("更改方案", "Plan changed"));
                }),
        version,
        plan);
  }

  @Override
  public EventFile tick(
      EventFileId id,
      String item,
      long version,
      boolean done,
      @Nullable String note,
      @Nullable String key) {
    String words = Limits.optional("note", note, Limits.REASON);
    return once(
        id,
        "tick",
        key,
        () ->
            desk.change(id, version, Permission.INCIDENT_WRITE, w -> ticked(w, item, done, words)),
        item,
        version,
        done,
        words);
  }

  private @Nullable Done ticked(Work work, String code, boolean done, @Nullable String note) {
    EventFile.Item item =
        work.file().items().stream()
            .filter(i -> i.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("check item", code));
    if ((item.checkedAt() != null) == done) {
      return null;
    }
    desk.parts.tick(
        work.file().id(), code, done ? work.now() : null, done ? work.actor().name() : null, note);
    return done
        ? new Done("TICKED", new Text("已落实：" + item.zh(), "Done: " + item.en()))
        : new Done("UNTICKED", new Text("重新打开：" + item.zh(), "Opened again: " + item.en()));
  }

  @Override
  public EventFile posts(
      EventFileId id, long version, List<EventFile.Post> posts, @Nullable String key) {
    List<EventFile.Post> checked = EventPlans.posts(posts);
    int required = checked.stream().mapToInt(EventFile.Post::required).sum();
    int filled = checked.stream().mapToInt(EventFile.Post::filled).sum();
    return once(
        id,
        "posts",
        key,
        () ->
            desk.change(
                id,
                version,
                Permission.INCIDENT_WRITE,
                work -> {
                  desk.parts.posts(id, checked);
                  return new Done(
                      "POSTS",
                      new Text(
                          "岗位 %d/%d 到位".formatted(filled, required),
                          "Posts %d of %d filled".formatted(filled, required)));
                }),
        version,
        checked);
  }

  @Override
  public EventFile move(
      EventFileId id,
      long version,
      EventFileState to,
      @Nullable String report,
      @Nullable String key) {
    String words = Limits.optional("report", report, Limits.NARRATIVE);
    return once(
        id,
        "move",
        key,
        () -> desk.change(id, version, Permission.DUTY_MANAGE, w -> moved(w, to, words)),
        version,
        to,
        words);
  }

  private Done moved(Work work, EventFileState to, @Nullable String report) {
    EventFile file = work.file();
    if (!file.state().next().contains(to)) {
      throw Problem.refused(
              ProblemCode.ILLEGAL_TRANSITION, file.number(), file.state().words(), to.words())
          .with("allowed", file.state().next());
    }
    if (to == EventFileState.READY && file.mandatoryOpen() > 0) {
      throw Problem.refused(ProblemCode.EVENT_FILE_UNCHECKED, file.number(), file.mandatoryOpen())
          .with(
              "open",
              file.items().stream()
                  .filter(i -> i.mandatory() && i.checkedAt() == null)
                  .map(EventFile.Item::code)
                  .toList());
    }
    boolean over = !to.open();
    if (over && report == null) {
      throw Problem.invalid("report", "required");
    }
    desk.files.state(file.id(), to, over ? report : null);
    return new Done(
        to.name(),
        new Text(
            file.state().words().zh() + " → " + to.words().zh(),
            file.state().words().en() + " → " + to.words().en()));
  }

  @Override
  public EventFile link(EventFileId id, MatterId incident, @Nullable String key) {
    return once(
        id,
        "link",
        key,
        () ->
            desk.change(
                id,
                EventDesk.ANY_VERSION,
                Permission.INCIDENT_WRITE,
                work -> linked(work, incident)),
        incident);
  }

  private @Nullable Done linked(Work work, MatterId incident) {
    IncidentView view =
        views
            .find(incident, work.actor().scope())
            .orElseThrow(() -> Problem.notFound("incident", incident));
    if (!Objects.equals(view.exerciseId(), work.file().exerciseId())) {
      throw Problem.refused(ProblemCode.EXERCISE_MIXED, view.number(), work.file().number());
    }
    boolean fresh = desk.parts.link(work.file().id(), incident, work.now(), work.actor().name());
    return fresh
        ? new Done(
            "LINKED", new Text("关联警情 " + view.number(), "Incident " + view.number() + " linked"))
        : null;
  }

  @Override
  public EventFile unlink(EventFileId id, MatterId incident, @Nullable String key) {
    return once(
        id,
        "unlink",
        key,
        () ->
            desk.change(
                id,
                EventDesk.ANY_VERSION,
                Permission.INCIDENT_WRITE,
                work ->
                    desk.parts.unlink(id, incident)
                        ? new Done("UNLINKED", new Text("取消关联警情", "Incident unlinked"))
                        : null),
        incident);
  }
}
