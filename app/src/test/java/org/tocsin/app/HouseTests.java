package org.tocsin.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.tocsin.kernel.Id;

/** The house rules: rooms, doors, ids, time. What they say is in ARCHITECTURE.md. */
class HouseTests {
  private static final String APP = "org.tocsin.app";
  private static final List<String> ROOMS =
      List.of("foundation", "registry", "staff", "intake", "matter", "dispatch", "figures");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(APP, "org.tocsin.kernel");

  /**
   * Calls that read the machine's clock. Timeouts use System.nanoTime, which tells no time of day.
   */
  private static final Set<String> CLOCK_TYPES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  /**
   * Who may read the machine's clock: the instance's own clock, ids (their order only), and
   * security whose lifetimes must not follow an exercise's clock.
   */
  private static final Set<String> CLOCK_READERS =
      Set.of(
          "org.tocsin.kernel.InstanceClock",
          "org.tocsin.kernel.Ids",
          "org.tocsin.app.staff.internal.RealTime");

  /**
   * Used by their own room's web package as well, which Java cannot say; Modulith keeps others out.
   */
  private static final Set<String> SHARED_IN_ROOM =
      Set.of(
          "org.tocsin.app.foundation.internal.StreamHub", "org.tocsin.app.staff.internal.AuditLog");

  @Test
  void roomsUseOnlyWhatTheyDeclare() {
    ApplicationModules.of(TocsinApplication.class).verify();
  }

  @Test
  void theKernelIsPlainJava() {
    classes()
        .that()
        .resideInAPackage("org.tocsin.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations..", "org.tocsin.kernel..")
        .check(HOUSE);
  }

  @Test
  void idsAreRecords() {
    classes().that().implement(Id.class).should().beRecords().check(HOUSE);
  }

  @Test
  void frontDoorsSpeakInTypedIds() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(areFrontDoors())
        .should(notTakeOrGiveBareIds())
        .check(HOUSE);
  }

  @Test
  void whoSpeaksSqlIsPackagePrivate() {
    classes()
        .that()
        .resideInAPackage(APP + "..")
        .and(speakSql())
        .and()
        .areTopLevelClasses()
        .and(
            DescribedPredicate.describe(
                "are not shared in their room", c -> !SHARED_IN_ROOM.contains(c.getName())))
        .should()
        .notBePublic()
        .check(HOUSE);
  }

  @Test
  void storesAndRowsArePackagePrivate() {
    classes()
        .that()
        .resideInAPackage(APP + "..")
        .and()
        .haveNameMatching(".*(Store|Repository|Entity|Row)")
        .and()
        .areTopLevelClasses()
        .should()
        .bePackagePrivate()
        .check(HOUSE);
  }

  @Test
  void controllersArePackagePrivateAndLiveInWeb() {
    classes()
        .that()
        .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
        .should()
        .bePackagePrivate()
        .andShould()
        .resideInAPackage("..web..")
        .check(HOUSE);
  }

  @Test
  void noRoomUsesAnothersWeb() {
    for (String room : ROOMS) {
      noClasses()
          .that()
          .resideInAPackage(APP + "..")
          .and()
          .resideOutsideOfPackage(APP + "." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(APP + "." + room + ".web..")
          .allowEmptyShould(true)
          .check(HOUSE);
    }
  }

  @Test
  void dependenciesComeThroughConstructors() {
    for (String annotation :
        List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.annotation.Resource",
            "jakarta.inject.Inject")) {
      fields().should().notBeAnnotatedWith(annotation).check(HOUSE);
      methods().should().notBeAnnotatedWith(annotation).check(HOUSE);
    }
  }

  @Test
  void nobodyLooksAtTheMachinesClock() {
    noClasses()
        .that(
            are(
                DescribedPredicate.describe(
                    "not clock readers", c -> !CLOCK_READERS.contains(outermost(c).getName()))))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe("reads the machine's clock", HouseTests::readsClock))
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked = new TreeSet<String>();
    for (JavaClass type : HOUSE) {
      JavaPackage home = type.getPackage();
      boolean marked =
          home.tryGetPackageInfo()
              .map(info -> info.isAnnotatedWith(NullMarked.class))
              .orElse(false);
      if (!marked && !home.getName().equals(APP)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).as("packages without @NullMarked").isEmpty();
  }

  private static boolean readsClock(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    if (owner.equals("java.lang.System")) {
      return name.equals("currentTimeMillis");
    }
    if (owner.equals("java.time.Clock")) {
      return name.startsWith("system");
    }
    boolean withoutClock =
        call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isAssignableTo("java.time.Clock"));
    return CLOCK_TYPES.contains(owner) && name.equals("now") && withoutClock;
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseTests::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaClass> areFrontDoors() {
    String[] roots = ROOMS.stream().map(room -> APP + "." + room).toArray(String[]::new);
    return resideInAnyPackage(roots)
        .and(
            DescribedPredicate.describe(
                "are public", c -> c.getModifiers().contains(JavaModifier.PUBLIC)))
        .and(DescribedPredicate.not(assignableTo(Id.class)))
        .as("are front doors");
  }

  /**
   * Scope turns its agencies into SQL's own array of ids: the one place where a bare id is meant.
   */
  private static ArchCondition<JavaMethod> notTakeOrGiveBareIds() {
    return new ArchCondition<>("not take or give bare ids") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean bare =
            method.getRawReturnType().isEquivalentTo(UUID.class)
                || method.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(UUID.class));
        if (bare) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " speaks in bare UUIDs"));
        }
      }
    };
  }

  private static DescribedPredicate<JavaClass> speakSql() {
    List<String> tools =
        List.of(
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate");
    return DescribedPredicate.describe(
        "speak SQL",
        type ->
            Arrays.stream(tools.toArray(String[]::new))
                .anyMatch(
                    tool ->
                        type.getFields().stream()
                            .anyMatch(field -> field.getRawType().getName().equals(tool))));
  }
}
