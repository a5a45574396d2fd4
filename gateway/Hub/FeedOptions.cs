using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Hub;

/// <summary>Limits on a feed: this gateway's copy of one channel. Every limit is finite.</summary>
public sealed class FeedOptions
{
    public const string Section = "Gateway:Feeds";

    /// <summary>Recent updates kept, by weight. Default: 8 MiB.</summary>
    [Range(1_024, 1 << 30)]
    public int RecentBytes { get; set; } = 8 << 20;

    /// <summary>Recent updates kept, by number. Default: 20,000.</summary>
    [Range(1, 10_000_000)]
    public int RecentUpdates { get; set; } = 20_000;

    /// <summary>
    /// Missed updates up to this weight are sent as they are, even where the full state would be shorter, because it does not
    /// hold all that they say. Default: 32 KiB.
    /// </summary>
    [Range(0, 1 << 24)]
    public int ResumeBytes { get; set; } = 32 << 10;

    /// <summary>
    /// How long at most updates wait for one another, so that a single write takes several to a subscriber; the more of those there are the
    /// longer, 50 µs for each. What comes after a longer silence goes at once, whatever this is. 0: nothing waits. Default: 50 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan GatherFor { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The least time between two merged updates for one subscriber who cannot keep up. Default: 250 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan MergeEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How old a full state may be that is given again, while no update has come since. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan FullAge { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Full states fetched a second, in the long run, so that each new subscriber begins with the present one. When more come than
    /// that, they are given the last one and the updates since, as long as that is cheap. Default: 10.
    /// </summary>
    [Range(1, 10_000)]
    public int FullsPerSecond { get; set; } = 10;

    /// <summary>How long a channel may take to answer. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a channel that could not answer is asked again. Default: 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long updates may still be under way that a channel's answer has told of. Default: 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HoleGrace { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a feed without subscribers is kept for those who come back. Default: 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ReleaseAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a combined feed looks for channels that are new. Default: 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan ListEvery { get; set; } = TimeSpan.FromSeconds(1);
}
