package org.tocsin.app.registry;

/**
 * A place put on an edge of the network.
 *
 * @param edge the edge's number
 * @param baseNode the node at the edge's first point
 * @param adjNode the node at its last point
 * @param fraction of the edge's length between its first point and the place, 0 to 1
 * @param edgeMetres length of the edge
 * @param forward speed from the edge's first to its last point in metres a second; 0 is forbidden
 * @param backward speed the other way
 * @param metres from the place asked for to the edge
 */
record Snapped(
    int edge,
    int baseNode,
    int adjNode,
    double fraction,
    double edgeMetres,
    double forward,
    double backward,
    double metres) {}
