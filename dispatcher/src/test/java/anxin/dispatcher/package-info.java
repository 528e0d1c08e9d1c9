/** Test support that other modules use too: a real database for each test class and a small town in it. */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher;
