namespace OrleansContest.Architecture;

/// <summary>What breaks a rule: one line each.</summary>
internal static class Violations
{
    public static void AreNone(IEnumerable<string> violations)
    {
        var found = violations.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{found.Count} break this rule:\n  {string.Join("\n  ", found)}");
    }
}
