using System.Text.Json;

namespace OrleansContest.Events;

/// <summary>Writes lines of results as the contract has them. By hand, because every export writes a thousand.</summary>
internal static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, PublicResult line)
    {
        writer.WriteStartObject();
        Number(writer, "rnk"u8, line.Rnk);
        WriteKey(writer, line);
        writer.WriteString("name"u8, line.Name);
        writer.WriteString("club"u8, line.Club);
        writer.WriteString("noc"u8, line.Noc);
        writer.WriteString("catId"u8, line.CatId);
        Number(writer, "catRnk"u8, line.CatRnk);
        Number(writer, "time"u8, line.Time);
        Number(writer, "pen"u8, line.Pen);
        Number(writer, "total"u8, line.Total);
        writer.WriteString("totalBehind"u8, line.TotalBehind);
        writer.WriteString("catTotalBehind"u8, line.CatTotalBehind);
        writer.WriteString("status"u8, RunStatuses.Word(line.Status));
        Write(writer, line.Detail);
        Write(writer, line.TwoRuns);
        Write(writer, line.Detail?.Previous);
        writer.WriteEndObject();
    }

    /// <summary>Says that a line is no more.</summary>
    public static void WriteGone(Utf8JsonWriter writer, PublicResult line)
    {
        writer.WriteStartObject();
        WriteKey(writer, line);
        writer.WriteBoolean("removed"u8, true);
        writer.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter writer, PublicResult line)
    {
        Number(writer, "bib"u8, line.Bib);
        writer.WriteString("athleteId"u8, line.AthleteId);
    }

    private static void Write(Utf8JsonWriter writer, TwoRuns? runs)
    {
        if (runs is null)
        {
            return;
        }

        Number(writer, "betterRunNr"u8, runs.BetterRunNr);
        Number(writer, "totalTotal"u8, runs.TotalTotal);
        Number(writer, "prevTime"u8, runs.PrevTime);
        Number(writer, "prevPen"u8, runs.PrevPen);
        Number(writer, "prevTotal"u8, runs.PrevTotal);
        Number(writer, "prevRnk"u8, runs.PrevRnk);
        writer.WriteString("prevStatus"u8, RunStatuses.Word(runs.PrevStatus));
        writer.WriteString("currStatus"u8, RunStatuses.Word(runs.CurrStatus));
    }

    private static void Write(Utf8JsonWriter writer, RunDetail? detail)
    {
        if (detail is null)
        {
            return;
        }

        writer.WriteString("dtStart"u8, detail.DtStart);
        writer.WriteString("dtFinish"u8, detail.DtFinish);
        Write(writer, "gates"u8, detail.Gates);
        Number(writer, "courseGateCount"u8, detail.CourseGateCount);
    }

    private static void Write(Utf8JsonWriter writer, PreviousRun? previous)
    {
        if (previous is null)
        {
            return;
        }

        writer.WriteString("prevDtStart"u8, previous.PrevDtStart);
        writer.WriteString("prevDtFinish"u8, previous.PrevDtFinish);
        Write(writer, "prevGates"u8, previous.PrevGates);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<PublicGate>? gates)
    {
        if (gates is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var gate in gates)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number"u8, gate.Number);
            writer.WriteString("type"u8, gate.Type);
            Number(writer, "penalty"u8, gate.Penalty);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
