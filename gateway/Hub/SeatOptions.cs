using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Hub;

/// <summary>How this gateway goes about the seats of channels: one for each spectator, counted over all gateways. Every limit is finite.</summary>
public sealed class SeatOptions
{
    public const string Section = "Gateway:Seats";

    /// <summary>Spectators of one contest, at all gateways together. Default: 100,000.</summary>
    [Range(1, 10_000_000)]
    public int PerContest { get; set; } = 100_000;

    /// <summary>Seats that may be leased beyond need, so that not every newcomer is a question to the roster. Default: 1,000.</summary>
    [Range(0, 100_000)]
    public int Ahead { get; set; } = 1_000;

    /// <summary>How long seats that were left are kept for those who come back, unless others want them. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The least time between two reports to the roster of who came and went, and between two announcements of the audience.
    /// Default: 1 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10")]
    public TimeSpan ReportEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often leases are renewed when nobody comes or goes. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10")]
    public TimeSpan RenewEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a roster may take to answer. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long a roster is asked again that gave too little or nothing, while somebody waits at the door. Default: 250 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:10")]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a spectator may wait for a seat that comes free elsewhere, or for a roster that is silent. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan WaitWithin { get; set; } = TimeSpan.FromSeconds(5);
}
