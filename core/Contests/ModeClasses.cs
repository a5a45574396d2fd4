using System.Diagnostics;

namespace OrleansContest.Contests;

/// <summary>How rules name the classes of modes.</summary>
internal static class ModeClasses
{
    public static IReadOnlyList<string> Names { get; } = ["CW", "PHONE", "DIGITAL"];

    public static string NameOf(ModeClass modeClass) => modeClass switch
    {
        ModeClass.Cw => "CW",
        ModeClass.Phone => "PHONE",
        ModeClass.Digital => "DIGITAL",
        _ => throw new UnreachableException(),
    };
}
