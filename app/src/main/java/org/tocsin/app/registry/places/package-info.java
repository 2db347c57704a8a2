/**
 * The engine that finds places from text and text from places: parsing, name matching, house number
 * ranges, crossings, precincts. In memory, built from the tables; no Spring, no database.
 */
@NullMarked
package org.tocsin.app.registry.places;

import org.jspecify.annotations.NullMarked;
