namespace OrleansContest.Contests.Formats;

/// <summary>A file format of logs.</summary>
public enum LogFormat
{
    /// <summary>ADIF, versions 2 and 3, as tagged text (<c>.adi</c>).</summary>
    Adif,

    /// <summary>Cabrillo, versions 2 and 3.</summary>
    Cabrillo,
}
