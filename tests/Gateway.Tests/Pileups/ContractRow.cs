using System.Text.RegularExpressions;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>A row of the contract's table: an operation, where it stands by HTTP, and what both answer and everybody is told.</summary>
/// <param name="Given">What has happened in the pileup: see <see cref="PileupFixture.PrepareAsync"/>.</param>
/// <param name="Operation">By WebSocket.</param>
/// <param name="Data">Its data; null for none.</param>
/// <param name="Twin">By HTTP: method and path; null for none.</param>
/// <param name="Answer">The data, or the error's text.</param>
/// <param name="Status">By HTTP.</param>
/// <param name="Events">Names of events, in order.</param>
public sealed partial record ContractRow(string Given, string Operation, string? Data, string? Twin, string Answer, int Status, params string[] Events)
{
    public bool Succeeds => Status == 200;

    public bool IsOperators => Operation.StartsWith("admin.", StringComparison.Ordinal);

    /// <summary>What differs from run to run as a word.</summary>
    public static string Settle(string json) => Moment().Replace(json, "\"NOW\"");

    public override string ToString() => $"{Operation} {Data} [{Given}]";

    [GeneratedRegex("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"")]
    private static partial Regex Moment();
}
