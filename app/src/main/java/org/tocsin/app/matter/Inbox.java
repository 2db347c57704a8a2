package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;

/**
 * Front door to the inbox (A07): what waits for one officer, one station, or a part of the tree.
 * Needs MATTER_READ or MATTER_READ_OWN; incidents are in it for those with INCIDENT_READ.
 */
public interface Inbox {
  /** Whose. */
  enum View {
    /** In one's own hands, or raised by oneself and in nobody's. */
    MINE,
    /** Of one's own agency, and what was escalated to it. */
    STATION,
    /** Of all agencies within the scope. */
    BELOW
  }

  /** Due when. */
  enum Due {
    OVERDUE,
    TODAY,
    /** Within seven days. */
    WEEK,
    /** No clock runs. */
    NONE
  }

  /**
   * What is asked for; soonest due first, closed ones newest first.
   *
   * @param kind a kind, or {@code incident}
   * @param state a state's code, or {@code closed}; null for all that is open
   * @param text words that all must occur in number, title or fields that are no personal data
   * @param after the {@code next} of the page before
   */
  record Query(
      View view,
      @Nullable String kind,
      @Nullable String state,
      @Nullable Due due,
      @Nullable String text,
      @Nullable String after,
      int limit) {}

  /** A filter that an officer keeps; the query is the client's own words, given back unread. */
  record Filter(InboxFilterId id, String name, String query, Instant createdAt) {}

  /** One page. */
  Page<InboxLine> list(Query query);

  /** The actor's own filters, by name. */
  List<Filter> filters();

  /** Keeps a filter; one of the same name is replaced. */
  Filter keep(String name, String query, @Nullable String key);

  /** Drops a filter of the actor's own. */
  void drop(InboxFilterId id);
}
