namespace OrleansContest.Events;

/// <summary>What sorts of races there are, by the timing software's codes.</summary>
public static class RaceTypes
{
    public const string Unknown = "unknown";

    /// <summary>The contract's name; <c>unknown</c> for a code that is none.</summary>
    public static string Of(string? disId) => disId switch
    {
        "BR1" => "best-run-1",
        "BR2" => "best-run-2",
        "TSR" => "training",
        "SR" => "seeding",
        "QUA" => "qualification",
        "SEM" => "semifinal",
        "FIN" => "final",
        "XT" => "cross-trial",
        "X4" => "cross-heat",
        "XS" => "cross-semifinal",
        "XF" => "cross-final",
        "XER" => "cross-extra",
        _ => Unknown,
    };
}
