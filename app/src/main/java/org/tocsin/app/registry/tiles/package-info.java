/**
 * The roads as they are drawn: pieces joined into streets, left out by importance where the map
 * shows much ground, cut and thinned per tile, and written as Mapbox Vector Tiles. No Spring, no
 * database.
 */
@NullMarked
package org.tocsin.app.registry.tiles;

import org.jspecify.annotations.NullMarked;
