using System.Data;

namespace OrleansContest.Storage.Tests.Postgres.Providers;

/// <summary>One query as Orleans' AdoNet providers 10.2 use it: the parameters they send and the columns they read.</summary>
/// <param name="Answers">The columns by name, in any case and order; one without a name is the only one. Empty: nothing is read.</param>
internal sealed record ProviderQuery(
    string Key, IReadOnlyDictionary<string, DbType> Parameters, IReadOnlyDictionary<string, Type> Answers)
{
    private const string Silo = "Address:text Port:int Generation:int";
    private const string NewSilo = $"{Silo} SiloName:text HostName:text Status:int ProxyPort:int StartTime:time IAmAliveTime:time "
        + "Version:int";
    private const string Grain = "ServiceId:text GrainIdHash:int GrainIdN0:long GrainIdN1:long GrainIdExtensionString:text "
        + "GrainTypeHash:int GrainTypeString:text";
    private const string Reminder = "ServiceId:text GrainId:text ReminderName:text";
    private const string ReminderAnswer = "GrainId:text ReminderName:text StartTime:time Period:long Version:int";
    private const string Success = ":bool";

    public static IReadOnlyDictionary<string, ProviderQuery> All { get; } = new ProviderQuery[]
    {
        new("InsertMembershipVersionKey", "DeploymentId:text", Success),
        new("InsertMembershipKey", $"DeploymentId:text {NewSilo}", Success),
        new("UpdateMembershipKey", $"DeploymentId:text {Silo} IAmAliveTime:time Status:int SuspectTimes:text Version:int", Success),
        new("UpdateIAmAlivetimeKey", $"DeploymentId:text {Silo} IAmAliveTime:time", ""),
        new("MembershipReadRowKey", $"DeploymentId:text {Silo}", $"{NewSilo} SuspectTimes:text"),
        new("MembershipReadAllKey", "DeploymentId:text", $"{NewSilo} SuspectTimes:text"),
        new("GatewaysQueryKey", "DeploymentId:text Status:int", "Address:text ProxyPort:int Generation:int"),
        new("DeleteMembershipTableEntriesKey", "DeploymentId:text", ""),
        new("CleanupDefunctSiloEntriesKey", "DeploymentId:text IAmAliveTime:time", ""),
        new("ReadFromStorageKey", Grain, "PayloadBinary:bytes Version:int"),
        new("WriteToStorageKey", $"{Grain} GrainStateVersion:int PayloadBinary:bytes", "NewGrainStateVersion:int"),
        new("ClearStorageKey", $"{Grain} GrainStateVersion:int", ":int"),
        new("DeleteStorageKey", $"{Grain} GrainStateVersion:int", ":int"),
        new("UpsertReminderRowKey", $"{Reminder} GrainHash:int StartTime:time Period:int", "Version:int"),
        new("ReadReminderRowKey", Reminder, ReminderAnswer),
        new("ReadReminderRowsKey", "ServiceId:text GrainId:text", ReminderAnswer),
        new("ReadRangeRows1Key", "ServiceId:text BeginHash:int EndHash:int", ReminderAnswer),
        new("ReadRangeRows2Key", "ServiceId:text BeginHash:int EndHash:int", ReminderAnswer),
        new("DeleteReminderRowKey", $"{Reminder} Version:int", Success),
        new("DeleteReminderRowsKey", "ServiceId:text", ""),
    }.ToDictionary(query => query.Key);

    private ProviderQuery(string key, string parameters, string answers)
        : this(key, Read(parameters, ToDbType), Read(answers, ToType))
    {
    }

    private static Dictionary<string, T> Read<T>(string columns, Func<string, T> toType) =>
        columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(column => column.Split(':'))
            .ToDictionary(parts => parts[0], parts => toType(parts[1]));

    private static DbType ToDbType(string name) => name switch
    {
        "int" => DbType.Int32,
        "long" => DbType.Int64,
        "text" => DbType.String,
        "time" => DbType.DateTime,
        "bytes" => DbType.Binary,
        _ => throw new ArgumentException(name),
    };

    private static Type ToType(string name) => name switch
    {
        "bool" => typeof(bool),
        "int" => typeof(int),
        "long" => typeof(long),
        "text" => typeof(string),
        "time" => typeof(DateTime),
        "bytes" => typeof(byte[]),
        _ => throw new ArgumentException(name),
    };
}
