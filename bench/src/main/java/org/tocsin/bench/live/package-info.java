/** How fast what one person does is on the others' boards, under load. */
@NullMarked
package org.tocsin.bench.live;

import org.jspecify.annotations.NullMarked;
