namespace OrleansContest.Events;

/// <summary>One start: what the export says of it, and what was pushed since.</summary>
internal sealed class RunEntry(string raceId, string participantId)
{
    /// <summary>How many former assertions are remembered. More corrections of one run than that, and no export, do not occur.</summary>
    private const int MaxEarlier = 16;

    private readonly List<RunFigures> earlier = [];

    public string RaceId { get; } = raceId;

    public string ParticipantId { get; } = participantId;

    /// <summary>Null while no export has it.</summary>
    public ResultRow? Exported { get; set; }

    /// <summary>Null while the export is the authority.</summary>
    public PushedResult? Pushed { get; private set; }

    /// <summary>What was asserted before the last push, since export and push last agreed; the latest last.</summary>
    public IReadOnlyList<RunFigures> Earlier => earlier;

    /// <summary>What holds.</summary>
    public RunFigures Run => Pushed?.Run ?? Exported?.Run ?? RunFigures.None;

    /// <summary>The start list says who wears which number; a push only where it does not.</summary>
    public int? Bib => Exported?.Bib ?? Pushed?.Bib;

    /// <summary>Whether nobody says anything of it any more.</summary>
    public bool IsGone => Exported is null && Run.SaysSameAs(RunFigures.None);

    public void Push(PushedResult result)
    {
        if (!result.Run.SaysSameAs(Run))
        {
            Remember(Run);
        }

        Pushed = result;
    }

    /// <summary>Whether a push would change nothing: the same again, with no more gates than before.</summary>
    public bool Has(PushedResult result) =>
        result.Run.SaysSameAs(Run) && (result.Run.Gates is null || Run.Gates is not null) && (Exported is not null || Bib == result.Bib);

    /// <summary>The export is the authority again.</summary>
    public void Settle()
    {
        Pushed = null;
        earlier.Clear();
    }

    /// <summary>Takes up what was known before.</summary>
    public void Restore(PushedResult result, IEnumerable<RunFigures> before)
    {
        Pushed = result;
        earlier.AddRange(before);
    }

    /// <summary>Whether what was pushed gives way to what an export now says.</summary>
    /// <remarks>
    /// An export has no time on it. It carries the same when it agrees; it is older when it has no outcome where there is one
    /// by now, or says what was asserted before the push; anything else is new to us, and so is later.
    /// </remarks>
    public bool YieldsTo(RunFigures exported, MergeStrategy strategy)
    {
        if (exported.SaysSameAs(Run))
        {
            return exported.Gates is not null || Run.Gates is null;
        }

        var isBehind = Run.HasOutcome && !exported.HasOutcome;
        return !isBehind && (strategy == MergeStrategy.XmlWins || !earlier.Exists(exported.SaysSameAs));
    }

    private void Remember(RunFigures run)
    {
        earlier.Add(run);
        if (earlier.Count > MaxEarlier)
        {
            earlier.RemoveAt(0);
        }
    }
}
