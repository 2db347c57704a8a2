package org.tocsin.matters.flow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.ProofKind;

/** A city with two districts of two stations each, its officers, and a plain calendar. */
final class People {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final AgencyId CITY = AgencyId.of("00000000-0000-7000-8000-000000000001");
  static final AgencyId EAST = AgencyId.of("00000000-0000-7000-8000-000000000002");
  static final AgencyId EAST_1 = AgencyId.of("00000000-0000-7000-8000-000000000003");
  static final AgencyId EAST_2 = AgencyId.of("00000000-0000-7000-8000-000000000004");
  static final AgencyId WEST = AgencyId.of("00000000-0000-7000-8000-000000000005");
  static final List<AgencyId> ALL = List.of(CITY, EAST, EAST_1, EAST_2, WEST);

  private static final Map<AgencyId, AgencyId> ABOVE =
      Map.of(EAST, CITY, EAST_1, EAST, EAST_2, EAST, WEST, CITY);

  static final Tree TREE =
      new Tree() {
        @Override
        public boolean isWithin(AgencyId agency, AgencyId ancestor) {
          return agency.equals(ancestor)
              || (ABOVE.containsKey(agency) && isWithin(ABOVE.get(agency), ancestor));
        }

        @Override
        public int levelsAbove(AgencyId agency) {
          return ABOVE.containsKey(agency) ? 1 + levelsAbove(ABOVE.get(agency)) : 0;
        }
      };

  static final WorkCalendar CALENDAR = WorkCalendar.plain(CHINA);
  static final Flow FLOW = new Flow(TREE, agency -> CALENDAR);

  private People() {}

  static OfficerId officer(int number) {
    return new OfficerId(new UUID(0x7001L, 0x8000000000000000L + number));
  }

  static Who who(int number, AgencyId agency, String... roles) {
    return Who.officer(officer(number), agency, Set.of(roles));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHINA).toInstant();
  }

  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return all;
  }

  static Act act(String transition, Map<String, Object> fields, ProofKind... proofs) {
    Map<ProofKind, Integer> given = new LinkedHashMap<>();
    for (ProofKind kind : proofs) {
      given.merge(kind, 1, Integer::sum);
    }
    return new Act(transition, fields, given, "", null);
  }
}
