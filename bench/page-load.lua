-- For wrk: asks for the paths of a file, one a line, every thread from a place of its own on, and counts the statuses.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(args)
  requests = {}
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", line)
  end
  at = number * 7919 % #requests
  ok, refused, other = 0, 0, 0
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function response(status)
  if status == 200 then
    ok = ok + 1
  elseif status == 503 then
    refused = refused + 1
  else
    other = other + 1
  end
end

function done(summary, latency)
  local ok, refused, other = 0, 0, 0
  for _, thread in ipairs(threads) do
    ok = ok + thread:get("ok")
    refused = refused + thread:get("refused")
    other = other + thread:get("other")
  end
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"seconds": %.3f, "ok": %d, "refused": %d, "other": %d, "unanswered": %d, "p50": %.3f, "p99": %.3f, "max": %.3f}\n',
    summary.duration / 1e6, ok, refused, other, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
