using System.Globalization;

namespace OrleansContest.Cli.Cluster;

/// <summary>One line for each change, for a file or another program to read.</summary>
internal sealed class PlainView(TextWriter output, TimeProvider clock) : IClusterView
{
    private readonly LastWords lastWords = new(output);

    public Task<int> WhileAsync(Func<Task<int>> work) => work();

    public void Show(Member member)
    {
        var time = clock.GetUtcNow().ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var detail = member.State.Health == MemberHealth.Starting ? $"process {member.Process.Id}, log {member.Process.LogPath}" : MemberText.Detail(member);
        output.WriteLine($"{time}  {member.Plan.Name,-10}  {MemberText.Health(member.State),-9}  {detail}".TrimEnd());
        if (member.SaysWhy)
        {
            lastWords.Write(member);
        }

        output.Flush();
    }

    public void Say(string sentence)
    {
        output.WriteLine(sentence);
        output.Flush();
    }
}
