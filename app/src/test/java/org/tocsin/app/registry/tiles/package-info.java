/** Tests of the roads as they are drawn. */
@NullMarked
package org.tocsin.app.registry.tiles;

import org.jspecify.annotations.NullMarked;
