package segue.evaluate;

/** Makes a ranker of what may be known before the questions are asked. */
@FunctionalInterface
public interface Learner {
    Ranker learn(Training training);
}
