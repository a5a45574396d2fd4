using System.Text.Json;

namespace OrleansContest.Matches;

/// <summary>Everything of a match, as bytes: it has millions of parts, and each is a few numbers.</summary>
/// <remarks>Little-endian, as <see cref="BinaryWriter"/> writes. Whoever changes it changes <see cref="MatchModel.SnapshotFormat"/>.</remarks>
internal static class MatchSnapshot
{
    public static void Write(MatchLedger ledger, BinaryWriter output)
    {
        output.Write(JsonSerializer.Serialize(ledger.Card, MatchJournalJson.Default.MatchCard!));
        output.Write(ledger.Revision);
        WriteAll(output, ledger.Keys, output.Write);
        WriteAll(output, ledger.Votes, vote =>
        {
            Write(output, vote.Key);
            output.Write7BitEncodedInt(vote.Value.TeamA);
            output.Write7BitEncodedInt(vote.Value.TeamB);
        });
        WriteAll(output, ledger.Voters, voter =>
        {
            Write(output, voter.Key);
            output.Write(voter.Value);
        });
        Write(output, ledger.Tallies);
        WriteAll(output, ledger.RecentByVoter, time => Write(output, time));
        WriteAll(output, ledger.RecentByAddress, time => Write(output, time));
    }

    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static MatchLedger Read(string id, BinaryReader input)
    {
        var card = JsonSerializer.Deserialize(input.ReadString(), MatchJournalJson.Default.MatchCard!);
        var ledger = new MatchLedger(id);
        ledger.Restore(card, input.ReadInt64());
        ReadAll(input, () => ledger.RestoreKey(input.ReadString()));
        ReadAll(input, () => ledger.RestoreVote(ReadHash(input), input.Read7BitEncodedInt(), input.Read7BitEncodedInt()));
        ReadAll(input, () => ledger.RestoreVoter(ReadHash(input), input.ReadByte()));
        ReadAll(input, () => ledger.Tallies.RestoreCell(input.ReadUInt64(), ReadTally(input)));
        ReadAll(input, () => ledger.Tallies.RestoreCountry(input.ReadString(), ReadTally(input)));
        ReadTally(input, ledger.Tallies.Total);
        ReadAll(input, () => ledger.RestoreVoterTime(ReadMoment(input), ReadHash(input)));
        ReadAll(input, () => ledger.RestoreAddressTime(ReadMoment(input), ReadHash(input)));
        return ledger;
    }

    private static void Write(BinaryWriter output, Tallies tallies)
    {
        WriteAll(output, tallies.Cells, cell =>
        {
            output.Write(cell.Key);
            Write(output, cell.Value);
        });
        WriteAll(output, tallies.Countries, country =>
        {
            output.Write(country.Key);
            Write(output, country.Value);
        });
        Write(output, tallies.Total);
    }

    private static void Write(BinaryWriter output, Tally tally)
    {
        output.Write7BitEncodedInt(tally.TeamA);
        output.Write7BitEncodedInt(tally.TeamB);
        output.Write(tally.LastAt.UtcTicks);
        output.Write(tally.IsNamed);
    }

    private static Tally ReadTally(BinaryReader input, Tally? tally = null)
    {
        tally ??= new Tally();
        tally.Restore(input.Read7BitEncodedInt(), input.Read7BitEncodedInt(), ReadMoment(input), input.ReadBoolean());
        return tally;
    }

    private static void Write(BinaryWriter output, (DateTimeOffset At, UInt128 Who) time)
    {
        output.Write(time.At.UtcTicks);
        Write(output, time.Who);
    }

    private static DateTimeOffset ReadMoment(BinaryReader input) => new(input.ReadInt64(), TimeSpan.Zero);

    private static void Write(BinaryWriter output, UInt128 hash)
    {
        output.Write((ulong)(hash >> 64));
        output.Write((ulong)hash);
    }

    private static UInt128 ReadHash(BinaryReader input) => new(input.ReadUInt64(), input.ReadUInt64());

    private static void WriteAll<T>(BinaryWriter output, IReadOnlyCollection<T> all, Action<T> write)
    {
        output.Write(all.Count);
        foreach (var each in all)
        {
            write(each);
        }
    }

    private static void ReadAll(BinaryReader input, Action read)
    {
        for (var left = input.ReadInt32(); left > 0; left--)
        {
            read();
        }
    }
}
