package org.tocsin.bench.loop;

import java.util.List;
import org.tocsin.bench.server.Seat;

/**
 * A police station of the demonstration.
 *
 * @param id of the agency
 * @param seats its station officers, signed in
 */
record Station(String id, String code, List<Seat> seats) {}
