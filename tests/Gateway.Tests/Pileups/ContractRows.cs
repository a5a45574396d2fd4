namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>The contract's table of operations and its texts, row by row.</summary>
internal static class ContractRows
{
    private const string Queue = "queue_update";
    private const string Current = "current_qso";
    private const string Frequency = "frequency_update";
    private const string Split = "split_update";
    private const string Status = "system_status";

    private const string Missing = "Invalid request data: Operation '";
    private const string Length = "Invalid request data: Callsign must be between 3 and 10 characters";
    private const string Empty = "Invalid request data: Callsign cannot be empty";
    private const string NoText = "Invalid callsign format. Must follow ITU standards (e.g., KC1ABC, W1AW)";
    private const string Start = """{"type":"qso_start","data":{"callsign":"K1ABC","frequency_mhz":14.2715,"mode":"SSB","source":"logger","triggered_by":"key"}}""";

    public static IReadOnlyList<ContractRow> All { get; } =
    [
        new("", "public.get_status", null, "GET /api/public/status", """{"active":false}""", 200),
        new("active", "public.get_status", null, "GET /api/public/status", """{"active":true}""", 200),
        new("", "public.get_frequency", null, "GET /api/public/frequency", """{"frequency":null,"last_updated":null}""", 200),
        new("frequency", "public.get_frequency", null, "GET /api/public/frequency", """{"frequency":"14.205 MHz","last_updated":"NOW"}""", 200),
        new("", "public.get_split", null, "GET /api/public/split", """{"split":null,"last_updated":null}""", 200),
        new("split", "public.get_split", null, "GET /api/public/split", """{"split":"UP 5–10","last_updated":"NOW"}""", 200),

        new("active", "queue.register", """{"callsign":" w1aw "}""", "POST /api/queue/register",
            $$"""{"message":"Callsign registered successfully","entry":{{Entry("W1AW", 1)}}}""", 200, Queue),
        new("active W1AW", "queue.register", """{"callsign":"K1ABC","unknown":1}""", "POST /api/queue/register",
            $$"""{"message":"Callsign registered successfully","entry":{{Entry("K1ABC", 2)}}}""", 200, Queue),
        new("active", "queue.register", null, null, Missing + "queue.register' requires 'callsign' field", 400),
        new("active", "queue.register", "{}", "POST /api/queue/register", Missing + "queue.register' requires 'callsign' field", 400),
        new("active", "queue.register", """{"callsign":"  "}""", "POST /api/queue/register", Empty, 400),
        new("active", "queue.register", """{"callsign":"W1"}""", "POST /api/queue/register", Length, 400),
        new("active", "queue.register", """{"callsign":"W1AWW1AWW1A"}""", "POST /api/queue/register", Length, 400),
        new("active", "queue.register", """{"callsign":"NONSENSE"}""", "POST /api/queue/register", NoText, 400),
        new("", "queue.register", """{"callsign":"W1AW"}""", "POST /api/queue/register", "System is currently inactive. Registration is not available.", 503),
        new("active W1AW", "queue.register", """{"callsign":"W1AW"}""", "POST /api/queue/register", "Callsign already in queue", 400),
        new("active W1A W1B W1C W1D", "queue.register", """{"callsign":"W1AW"}""", "POST /api/queue/register", "Queue is full", 400),

        new("active W1A W1AW", "queue.get_status", """{"callsign":"w1aw"}""", "GET /api/queue/status/w1aw", Entry("W1AW", 2), 200),
        new("active", "queue.get_status", """{"callsign":"W1AW"}""", "GET /api/queue/status/W1AW", "Callsign not found in queue", 404),
        new("", "queue.get_status", """{"callsign":"W1AW"}""", "GET /api/queue/status/W1AW", "System is currently inactive.", 503),
        new("active", "queue.get_status", "{}", null, Missing + "queue.get_status' requires 'callsign' field", 400),

        new("active W1AW K1ABC", "queue.list", null, "GET /api/queue/list", List(true, "W1AW", "K1ABC"), 200),
        new("active W1AW K1ABC", "queue.list", null, "GET /api/queue/status", List(true, "W1AW", "K1ABC"), 200),
        new("", "queue.list", null, "GET /api/queue/list", List(false), 200),

        new("active W1AW", "admin.get_queue", null, "GET /api/admin/queue", $$"""{"queue":[{{Entry("W1AW", 1)}}],"total":1,"admin":true}""", 200),
        new("active W1AW", "admin.clear_queue", null, "POST /api/admin/queue/clear", """{"message":"Queue cleared successfully"}""", 200, Queue),
        new("active W1AW K1ABC", "admin.remove_callsign", """{"callsign":"w1aw"}""", "DELETE /api/admin/queue/w1aw",
            $$"""{"message":"Callsign W1AW removed from queue","removed":{{Entry("W1AW", 1)}}}""", 200, Queue),
        new("active", "admin.remove_callsign", """{"callsign":"W1AW"}""", "DELETE /api/admin/queue/W1AW", "Callsign not found in queue", 404),
        new("active", "admin.remove_callsign", "{}", null, Missing + "admin.remove_callsign' requires 'callsign' field", 400),
        new("active W1AW K1ABC", "admin.next_qso", null, "POST /api/admin/queue/next",
            $$"""{"message":"Moved to next QSO","current_qso":{{Contact("W1AW")}}}""", 200, Current, Queue),
        new("active", "admin.next_qso", null, "POST /api/admin/queue/next", """{"message":"No callsigns in queue","current_qso":null}""", 200, Current, Queue),
        new("active W1AW next", "admin.complete_qso", null, "POST /api/admin/qso/complete",
            $$"""{"message":"QSO completed successfully","completed_qso":{{Contact("W1AW")}}}""", 200, Current),
        new("active", "admin.complete_qso", null, "POST /api/admin/qso/complete",
            """{"message":"No active QSO to complete","completed_qso":null}""", 200, Current),

        new("", "admin.set_frequency", """{"frequency":"14.205 MHz"}""", "POST /api/admin/frequency",
            """{"message":"Frequency updated successfully","frequency":"14.205 MHz"}""", 200, Frequency),
        new("", "admin.set_frequency", "{}", "POST /api/admin/frequency", Missing + "admin.set_frequency' requires 'frequency' field", 400),
        new("", "admin.set_frequency", """{"frequency":" "}""", "POST /api/admin/frequency", "Invalid request data: Frequency must be a non-empty string", 400),
        new("", "admin.set_frequency", """{"frequency":14.2}""", "POST /api/admin/frequency", "Invalid request data: Frequency must be a non-empty string", 400),
        new("frequency", "admin.delete_frequency", null, "DELETE /api/admin/frequency", """{"message":"Frequency deleted successfully"}""", 200, Frequency),
        new("", "admin.set_split", """{"split":"UP 5"}""", "POST /api/admin/split",
            """{"message":"Split frequency updated successfully","split":"UP 5"}""", 200, Split),
        new("", "admin.set_split", "{}", "POST /api/admin/split", Missing + "admin.set_split' requires 'split' field", 400),
        new("", "admin.set_split", """{"split":""}""", "POST /api/admin/split", "Invalid request data: Split must be a non-empty string", 400),
        new("split", "admin.delete_split", null, "DELETE /api/admin/split", """{"message":"Split frequency deleted successfully"}""", 200, Split),

        new("", "admin.set_system_status", """{"active":true}""", "POST /api/admin/status",
            """{"message":"System activated successfully","active":true}""", 200, Status, Queue, Current),
        new("active W1AW next K1ABC", "admin.set_system_status", """{"active":false}""", "POST /api/admin/status",
            """{"message":"System deactivated successfully","active":false}""", 200, Status, Queue, Current),
        new("", "admin.set_system_status", """{"active":"yes"}""", "POST /api/admin/status", "Invalid request data: 'active' field must be a boolean", 400),
        new("active", "admin.get_system_status", null, "GET /api/admin/status", """{"active":true,"last_updated":"NOW","updated_by":"earlier"}""", 200),
        new("", "admin.get_system_status", null, "GET /api/admin/status", """{"active":false,"last_updated":null,"updated_by":null}""", 200),

        new("active W1AW K1ABC", "admin.logging_direct", Start, "POST /api/admin/qso/logging-direct", Ack("queue", true), 200, Current, Queue),
        new("active W1AW", "admin.logging_direct", Start, "POST /api/admin/qso/logging-direct", Ack("direct", false), 200, Current, Queue),
        new("", "admin.logging_direct", """{"type":"qso_start","data":{"callsign":"NONSENSE"}}""", "POST /api/admin/qso/logging-direct", NoText, 400),
        new("", "admin.logging_direct", """{"type":"qso_start","data":{}}""", "POST /api/admin/qso/logging-direct",
            Missing + "admin.logging_direct' requires 'callsign' field", 400),
        new("", "admin.logging_direct", """{"data":{}}""", "POST /api/admin/qso/logging-direct", Missing + "admin.logging_direct' requires 'type' field", 400),
        new("closed-logger", "admin.logging_direct", Start, "POST /api/admin/qso/logging-direct",
            "Logger integration is disabled; enable it to begin contacts from a logging program", 400),

        new("", "system.ping", null, null, """{"pong":true,"server_time":"NOW","message":"Pong from WebSocket server"}""", 200),
    ];

    private static string Profile(string callsign) =>
        $$"""{"callsign":"{{callsign}}","name":null,"address":null,"dxcc_name":null,"image":null,"error":"QRZ lookup is not configured"}""";

    private static string Entry(string callsign, int position) =>
        $$"""{"callsign":"{{callsign}}","timestamp":"NOW","position":{{position}},"qrz":{{Profile(callsign)}} }""";

    private static string Contact(string callsign) =>
        $$"""
        {"callsign":"{{callsign}}","timestamp":"NOW","qrz":{{Profile(callsign)}},
        "metadata":{"source":"queue","frequency_mhz":null,"mode":null,"started_via":null,"triggered_by":null} }
        """.ReplaceLineEndings("");

    private static string List(bool active, params string[] callers) =>
        $$"""
        {"queue":[{{string.Join(',', callers.Select((caller, index) => Entry(caller, index + 1)))}}],
        "total":{{callers.Length}},"max_size":4,"system_active":{{(active ? "true" : "false")}} }
        """.ReplaceLineEndings("");

    private static string Ack(string source, bool waited) =>
        $$"""
        {"type":"ack","timestamp":"NOW","received":{{Start}},
        "qso_started":{"callsign":"K1ABC","source":"{{source}}","was_in_queue":{{(waited ? "true" : "false")}},"frequency_mhz":14.2715,"mode":"SSB"} }
        """.ReplaceLineEndings("");
}
