-- The queue's steps, each atomic. KEYS[1] is the prefix of all keys, ARGV[1] the step, the rest is the step's own.
--
--   live          sorted set: jobs that have not ended, by when something must be done about them (ms)
--   held          hash: the same jobs -> "BYTES KIND CLIENT"
--   kept          sorted set: jobs that have ended, by when (ms)
--   job:ID        hash: state, claims, lost, fraction, doing, result, code, sentence, kind, wait, keep
--   payload:ID    string
--   turns:KIND    list: clients whose jobs wait; whose turn is next comes first
--   line:KIND:CLIENT  list: the jobs of one client that wait
--   bell:KIND     list: an entry for a worker that waits

local prefix = KEYS[1] .. ':'
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function key(name, ...)
  return prefix .. table.concat({name, ...}, ':')
end

local function holder(id)
  local bytes, kind, client = string.match(redis.call('HGET', key('held'), id) or '', '^(%d+) (%S+) (.*)$')
  return kind, client, bytes
end

-- Nothing outlives the jobs it is about, even if nobody ever asks again.
local function lasts(of, millis)
  if redis.call('PTTL', of) < tonumber(millis) then
    redis.call('PEXPIRE', of, millis)
  end
end

local function ring(kind)
  if redis.call('LLEN', key('bell', kind)) < 64 then
    redis.call('RPUSH', key('bell', kind), '1')
    redis.call('EXPIRE', key('bell', kind), 60)
  end
end

local function append(id, kind, client, life)
  if redis.call('RPUSH', key('line', kind, client), id) == 1 then
    redis.call('RPUSH', key('turns', kind), client)
  end
  lasts(key('line', kind, client), life)
  lasts(key('turns', kind), life)
  lasts(key('held'), life)
  lasts(key('live'), life)
  ring(kind)
end

local function leave(id, kind, client)
  if redis.call('LREM', key('line', kind, client), 1, id) > 0 and redis.call('EXISTS', key('line', kind, client)) == 0 then
    redis.call('LREM', key('turns', kind), 1, client)
  end
end

local function forget(id)
  local kind, client = holder(id)
  if kind then
    leave(id, kind, client)
  end
  redis.call('HDEL', key('held'), id)
  redis.call('ZREM', key('live'), id)
  redis.call('UNLINK', key('payload', id))
end

-- A server that throws keys away may have left half of a job.
local function drop(id)
  forget(id)
  redis.call('DEL', key('job', id))
end

local function putBack(id)
  local kind, client = holder(id)
  local job = key('job', id)
  if not kind then
    return drop(id)
  end
  redis.call('HSET', job, 'state', 'waiting')
  redis.call('ZADD', key('live'), now + redis.call('HGET', job, 'wait'), id)
  redis.call('LREM', key('turns', kind), 1, client)
  redis.call('LPUSH', key('turns', kind), client)
  redis.call('LPUSH', key('line', kind, client), id)
  lasts(key('turns', kind), redis.call('PTTL', job))
  lasts(key('line', kind, client), redis.call('PTTL', job))
  ring(kind)
end

-- Ends a job; the fields say how. Most are kept until their time is over, but not more than so many.
local function finish(id, how, ...)
  local job = key('job', id)
  forget(id)
  redis.call('HDEL', job, 'fraction', 'doing')
  redis.call('HSET', job, 'state', how, ...)
  redis.call('PEXPIRE', job, redis.call('HGET', job, 'keep'))
  redis.call('ZADD', key('kept'), now, id)
  lasts(key('kept'), redis.call('HGET', job, 'keep'))
  local over = redis.call('ZCARD', key('kept')) - 1000
  if over > 0 then
    for _, old in ipairs(redis.call('ZRANGE', key('kept'), 0, over - 1)) do
      redis.call('DEL', key('job', old))
    end
    redis.call('ZREMRANGEBYRANK', key('kept'), 0, over - 1)
  end
end

local function state(id)
  return redis.call('HGET', key('job', id), 'state')
end

local function isOf(id, claim)
  local job = redis.call('HMGET', key('job', id), 'state', 'claims')
  return job[1] == 'running' and job[2] == claim
end

-- What waited too long ends; what nobody holds on to any more goes back to the line, a few times.
local function sweep()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('live'), '-inf', now, 'LIMIT', 0, 50)) do
    local job = key('job', id)
    local was = state(id)
    if was == 'waiting' then
      finish(id, 'unattended')
    elseif was == 'running' and redis.call('HINCRBY', job, 'lost', 1) < tonumber(redis.call('HGET', job, 'attempts')) then
      putBack(id)
    elseif was == 'running' then
      finish(id, 'lost')
    else
      drop(id)
    end
  end
end

-- Whether there is room: '' or why not. A client may hold as much as is free besides.
local function room(client, size, places, bytes)
  local ownPlaces, ownBytes = 0, 0
  for _, entry in ipairs(redis.call('HVALS', key('held'))) do
    local held, of = string.match(entry, '^(%d+) %S+ (.*)$')
    places = places - 1
    bytes = bytes - held
    if of == client then
      ownPlaces = ownPlaces + 1
      ownBytes = ownBytes + held
    end
  end
  if places < 1 or bytes < size then
    return 'full'
  elseif ownPlaces + 1 > places or ownBytes + size > bytes then
    return 'share'
  end
  return ''
end

local function place(id, kind, client)
  local before = redis.call('LPOS', key('line', kind, client), id) or 0
  local found = before + 1
  local earlier = true
  for _, other in ipairs(redis.call('LRANGE', key('turns', kind), 0, -1)) do
    if other == client then
      earlier = false
    else
      found = found + math.min(redis.call('LLEN', key('line', kind, other)), earlier and before + 1 or before)
    end
  end
  return found
end

local step = {}

-- Takes nothing; asked before a payload is sent.
function step.room(client, size, places, bytes)
  sweep()
  return room(client, tonumber(size), tonumber(places), tonumber(bytes))
end

-- The payload has been set before, to be forgotten soon: now it is kept for as long as the job may live.
-- Said twice, because the first answer was lost, it adds one job.
function step.add(client, size, places, bytes, id, kind, wait, keep, attempts, life)
  if state(id) then
    return ''
  end
  local why = room(client, tonumber(size), tonumber(places), tonumber(bytes))
  if why == '' and redis.call('PEXPIRE', key('payload', id), life) == 0 then
    why = 'full'
  end
  if why ~= '' then
    redis.call('UNLINK', key('payload', id))
    return why
  end
  redis.call('HSET', key('job', id), 'state', 'waiting', 'claims', 0, 'lost', 0, 'attempts', attempts, 'kind', kind,
    'wait', wait, 'keep', keep)
  redis.call('PEXPIRE', key('job', id), life)
  redis.call('HSET', key('held'), id, size .. ' ' .. kind .. ' ' .. client)
  redis.call('ZADD', key('live'), now + wait, id)
  append(id, kind, client, life)
  return ''
end

local function take(kind, lease)
  local client = redis.call('LPOP', key('turns', kind))
  if not client then
    return false
  end
  local id = redis.call('LPOP', key('line', kind, client))
  if redis.call('EXISTS', key('line', kind, client)) == 1 then
    redis.call('RPUSH', key('turns', kind), client)
  end
  if not id or state(id) ~= 'waiting' then
    drop(id or '')
    return take(kind, lease)
  end
  local job = key('job', id)
  redis.call('HSET', job, 'state', 'running', 'fraction', '0', 'doing', '')
  redis.call('ZADD', key('live'), now + lease, id)
  return {id, redis.call('HINCRBY', job, 'claims', 1)}
end

function step.take(kind, lease)
  sweep()
  return take(kind, lease)
end

function step.keep(id, claim, lease, fraction, doing)
  if not isOf(id, claim) then
    return 0
  end
  redis.call('HSET', key('job', id), 'fraction', fraction, 'doing', doing)
  redis.call('ZADD', key('live'), now + lease, id)
  return 1
end

-- The first result counts, even where the job was given to another meanwhile.
function step.done(id, result)
  local was = state(id)
  if was ~= 'running' and was ~= 'waiting' then
    return 0
  end
  finish(id, 'done', 'result', result)
  return 1
end

function step.fail(id, claim, code, sentence)
  if not isOf(id, claim) then
    return 0
  end
  finish(id, 'failed', 'code', code, 'sentence', sentence)
  return 1
end

function step.giveBack(id, claim)
  if isOf(id, claim) then
    putBack(id)
  end
  return 1
end

function step.cancel(id)
  local was = state(id)
  if was ~= 'running' and was ~= 'waiting' then
    return 0
  end
  finish(id, 'cancelled')
  return 1
end

function step.status(id)
  sweep()
  local job = redis.call('HMGET', key('job', id), 'state', 'fraction', 'doing', 'result', 'code', 'sentence', 'kind', 'wait', 'lost')
  local position = 0
  if job[1] == 'waiting' then
    local kind, client = holder(id)
    if not kind then
      drop(id)
      job[1] = false
    else
      position = place(id, kind, client)
    end
  end
  job[#job + 1] = position
  return job
end

function step.waiting()
  sweep()
  local waiting = 0
  for _, id in ipairs(redis.call('ZRANGE', key('live'), 0, -1)) do
    waiting = waiting + (state(id) == 'waiting' and 1 or 0)
  end
  return waiting
end

return step[ARGV[1]](unpack(ARGV, 2))
