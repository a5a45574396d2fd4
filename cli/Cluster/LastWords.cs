namespace OrleansContest.Cli.Cluster;

/// <summary>Repeats what a process wrote last, for the reason why it ended is mostly there; what several say is written once.</summary>
internal sealed class LastWords(TextWriter output)
{
    private readonly HashSet<string> said = [];

    public void Write(Member member)
    {
        var words = member.Process.LastWords;
        if (words.Count == 0)
        {
            return;
        }

        if (!said.Add(string.Join('\n', words)))
        {
            output.WriteLine($"  {member.Plan.Name} said the same.");
            return;
        }

        output.WriteLine($"  The last that {member.Plan.Name} said:");
        foreach (var line in words)
        {
            output.WriteLine($"    {line}");
        }
    }
}
