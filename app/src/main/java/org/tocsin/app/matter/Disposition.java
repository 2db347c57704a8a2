package org.tocsin.app.matter;

/**
 * A coded way in which an incident may end, from {@code packs/dispositions.yaml}.
 *
 * @param noteNeeded whether closing with it needs a note
 */
public record Disposition(String code, String zh, String en, boolean noteNeeded) {}
