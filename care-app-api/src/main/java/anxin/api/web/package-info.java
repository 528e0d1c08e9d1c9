/**
 * Where HTTP ends and plain Java begins: who may call what, checking against the contract, writing answers. Knows Vert.x,
 * as the stream does; nothing else in this module may. Open {@link anxin.api.web.Gate} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.web;
