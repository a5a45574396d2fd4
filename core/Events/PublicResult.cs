using System.Text.Json.Serialization;

namespace OrleansContest.Events;

/// <summary>A line of the results of a race. Times are in 1/100 s.</summary>
/// <remarks>
/// On the wire the members of <see cref="TwoRuns"/> and <see cref="Detail"/> stand beside the others, where they are given:
/// see <see cref="ResultWriter"/>. With the race, <see cref="Bib"/> and <see cref="AthleteId"/> say which line it is.
/// </remarks>
/// <param name="Rnk">Rank; equal totals share one. Null without a total or with a status.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="AthleteId">The athlete's own id, the same in every class.</param>
/// <param name="Name">Family name and given name.</param>
/// <param name="Club">Club.</param>
/// <param name="Noc">Country code.</param>
/// <param name="CatId">Age group.</param>
/// <param name="CatRnk">Rank among those of the same age group, or of none.</param>
/// <param name="Time">Running time; of the second run where there are two.</param>
/// <param name="Pen">Penalties of that run.</param>
/// <param name="Total">Both together.</param>
/// <param name="TotalBehind">Seconds behind the leader: <c>0.00</c> or <c>+1.56</c>.</param>
/// <param name="CatTotalBehind">Seconds behind the leader of the age group.</param>
/// <param name="Status">Why there is no place; null as soon as one run is clean.</param>
public sealed record PublicResult(
    int? Rnk,
    int? Bib,
    string? AthleteId,
    string Name,
    string? Club,
    string? Noc,
    string? CatId,
    int? CatRnk,
    int? Time,
    int? Pen,
    int? Total,
    string? TotalBehind,
    string? CatTotalBehind,
    RunStatus? Status)
{
    /// <summary>What a race of two runs adds.</summary>
    public TwoRuns? TwoRuns { get; init; }

    /// <summary>What is added when details are asked for.</summary>
    public RunDetail? Detail { get; init; }

    /// <summary>What, within its race, tells it from other lines.</summary>
    [JsonIgnore]
    public (int? Bib, string? AthleteId) Key => (Bib, AthleteId);
}

/// <summary>How two runs combine. What is called previous is the first run, where there is a second one.</summary>
/// <param name="BetterRunNr">Which run counts, 1 or 2; null when none is clean.</param>
/// <param name="TotalTotal">Its total.</param>
/// <param name="PrevTime">Running time of the first run.</param>
/// <param name="PrevPen">Its penalties.</param>
/// <param name="PrevTotal">Its total.</param>
/// <param name="PrevRnk">Its rank among first runs.</param>
/// <param name="PrevStatus">Its status.</param>
/// <param name="CurrStatus">The status of the second run, or of the only one.</param>
public sealed record TwoRuns(
    int? BetterRunNr,
    int? TotalTotal,
    int? PrevTime,
    int? PrevPen,
    int? PrevTotal,
    int? PrevRnk,
    RunStatus? PrevStatus,
    RunStatus? CurrStatus);

/// <summary>The details of a run.</summary>
/// <param name="DtStart">When it started: a time of day at the venue, as the timing software writes it.</param>
/// <param name="DtFinish">When it finished.</param>
/// <param name="Gates">The gates; null when nothing is known of them.</param>
/// <param name="CourseGateCount">How many the course has.</param>
public sealed record RunDetail(string? DtStart, string? DtFinish, IReadOnlyList<PublicGate>? Gates, int? CourseGateCount)
{
    /// <summary>The first run's, where there are two.</summary>
    public PreviousRun? Previous { get; init; }
}

/// <summary>The details of a first run.</summary>
/// <param name="PrevDtStart">When it started.</param>
/// <param name="PrevDtFinish">When it finished.</param>
/// <param name="PrevGates">The gates; null when nothing is known of them.</param>
public sealed record PreviousRun(string? PrevDtStart, string? PrevDtFinish, IReadOnlyList<PublicGate>? PrevGates);
