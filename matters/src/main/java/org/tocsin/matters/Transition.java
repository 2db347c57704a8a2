package org.tocsin.matters;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One act that leads from states to a state.
 *
 * @param code its name
 * @param names the label of its button
 * @param from the states it leaves from
 * @param to the state it leads to
 * @param by who may do it
 * @param asks the fields it asks
 * @param proof the proof handed in with it
 * @param reason whether a reason must be given
 * @param work whether who does it has done the work
 * @param confirms whether it confirms the work
 * @param answers whether it records the outsider's own answer
 * @param subjects whether those rated or complained of may do it
 * @param when open only if this holds
 * @param handOver whether it may name another handling agency
 * @param hint a word of help
 */
public record Transition(
    String code,
    Text names,
    Set<String> from,
    String to,
    By by,
    List<String> asks,
    List<ProofKind.Needed> proof,
    boolean reason,
    boolean work,
    boolean confirms,
    boolean answers,
    boolean subjects,
    Optional<Condition> when,
    boolean handOver,
    Optional<Text> hint) {}
