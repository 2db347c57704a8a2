/**
 * Random walks of random officers over every declared kind on a real server that is killed
 * meanwhile.
 */
@NullMarked
package org.tocsin.bench.walk;

import org.jspecify.annotations.NullMarked;
