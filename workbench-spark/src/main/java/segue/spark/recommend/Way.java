package segue.spark.recommend;

/** By what songs are recommended. */
public enum Way {
    /** Songs that sound like those of the listener, see {@link segue.recommend.Recommender}. */
    SOUND,
    /** Songs for all tastes of the listener, see {@link segue.recommend.tastes.Tastes}. */
    TASTES
}
